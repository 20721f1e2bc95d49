// Giving somebody the coordination of their organisation, and ending it: the duty goes on when people change places.
import { notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { maySteerPerson } from '../permissions.ts'
import { giveDuty } from '../store-invitations.ts'

export type Duty = 'colleague' | 'coordinator'

export async function changeDuty(db: Db, viewer: SignedIn, personId: number | undefined, duty: Duty): Promise<void> {
  // Not found rather than forbidden, as with letting go.
  if (personId === undefined || !maySteerPerson(viewer, personId) || !(await giveDuty(db, personId, duty)))
    throw notFound()
  await recordFact(db, { name: 'duty.changed', actor: viewer.person, data: { person: personId, duty } })
}
