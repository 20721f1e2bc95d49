// Changing one's own name and the language one reads in.
import type { Lang } from '#kernel/locale.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { saveProfile } from '../store.ts'

export async function changeProfile(db: Db, viewer: SignedIn, profile: { name: string; lang: Lang }): Promise<void> {
  const { person } = viewer
  await saveProfile(db, person.id, profile)
  if (profile.name !== person.name)
    await recordFact(db, { name: 'person.renamed', actor: person, data: { person: person.id } })
}
