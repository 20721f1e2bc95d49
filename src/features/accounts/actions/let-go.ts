// Saying that somebody has left the organisation: no access from this moment, what they gave to the city stays.
import { notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { maySteerPerson } from '../permissions.ts'
import { letGo } from '../store-invitations.ts'

export async function letPersonGo(db: Db, viewer: SignedIn, personId: number | undefined, now: Date): Promise<void> {
  // Not found rather than forbidden: who is in another organisation's house is not this viewer's to know.
  if (personId === undefined || !maySteerPerson(viewer, personId) || !(await letGo(db, personId, now))) throw notFound()
  await recordFact(db, { name: 'person.left', actor: viewer.person, data: { person: personId } })
}
