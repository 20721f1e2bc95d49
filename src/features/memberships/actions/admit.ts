// Admit an organisation to the network or to a forum from a day on; what the rules of forums make of it, the database does.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { isOfficeOf } from '../permissions.ts'
import { insertMembership, lockMember, whatHinders } from '../store-acts.ts'

export interface Admission {
  readonly organisationId: number
  /** Null: to the network. */
  readonly forumId: number | null
  /** YYYY-MM-DD */
  readonly beginsOn: string
}

/** Gives the id of the membership. Within the transaction of whoever calls, as a person of the office that admits. */
export async function admit(
  db: Db,
  viewer: SignedIn,
  admission: Admission,
  _now: Date,
): Promise<Outcome<number, 'overlaps' | 'precondition'>> {
  if (!isOfficeOf(viewer, admission.forumId)) throw forbidden()
  await lockMember(db, admission.organisationId)
  const hindrance = await whatHinders(db, admission)
  if (hindrance !== undefined) return refused(hindrance)
  const id = await insertMembership(db, { ...admission, ground: 'admission', recordedBy: viewer.person.id })
  await recordFact(db, {
    name: 'membership.admitted',
    actor: viewer.person,
    audienceId: 1,
    data: { membership: id, organisation: admission.organisationId },
  })
  return done(id)
}
