// Start a practice from what was brought: a draft with the file attached, its sections waiting to be placed. All of it or nothing.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import { removeStored, type StoredFile, storeUpload, type UploadRefusal } from '#platform/files/uploads.ts'
import { createAttachment } from '#trunk/attachments.ts'
import { recordFact } from '#trunk/facts.ts'
import { draftPractice, firstAudience, practiceInput } from '../../practices/public.ts'
import type { Section } from '../section.ts'
import { keepSections } from '../store.ts'

export interface Beginning {
  readonly title: string
  readonly lang: string
  /** None where nothing could be read. */
  readonly sections: readonly Section[]
  readonly file: File | undefined
}

async function attach(db: Db, viewer: SignedIn, contributionId: number, file: StoredFile): Promise<void> {
  await createAttachment(db, viewer.person.id, { contributionId, ...file })
  await recordFact(db, { name: 'attachment.added', actor: viewer.person, contributionId })
}

const begin = (
  asPerson: AsPerson,
  viewer: SignedIn,
  beginning: Beginning,
  file: StoredFile | undefined,
): Promise<number> =>
  asPerson(async (db) => {
    const { title, lang, sections } = beginning
    const input = practiceInput.parse({ title, lang, audience: String(await firstAudience(db, viewer)) })
    const practice = await draftPractice(db, viewer, input)
    // A guest none of whose rooms is open: they write nowhere.
    if (!practice.done) throw forbidden()
    if (file !== undefined) await attach(db, viewer, practice.value, file)
    await keepSections(db, practice.value, sections)
    return practice.value
  })

/** Gives the draft's id. The bytes are stored before the rows that show them, and removed if those do not come about. */
export async function startFromFile(
  asPerson: AsPerson,
  viewer: SignedIn,
  beginning: Beginning,
  dataDir: string,
): Promise<Outcome<number, UploadRefusal>> {
  const stored = beginning.file === undefined ? undefined : await storeUpload(dataDir, beginning.file)
  if (typeof stored === 'string') return refused(stored)
  try {
    return done(await begin(asPerson, viewer, beginning, stored))
  } catch (error) {
    if (stored !== undefined) await removeStored(dataDir, stored.storedAs)
    throw error
  }
}
