// Saying that somebody has left the organisation: no access from this moment, what they gave to the city stays, and what
// they looked after goes to whoever is named.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { maySteerPerson } from '../permissions.ts'
import { findLeaver, handOver, letGo } from '../store-invitations.ts'

export interface Departure {
  readonly personId: number | undefined
  /** A colleague of the same organisation; undefined: its coordination looks after what is left, in an own office whoever says it. */
  readonly heirId: number | undefined
}

export async function letPersonGo(
  db: Db,
  viewer: SignedIn,
  { personId, heirId }: Departure,
  now: Date,
): Promise<Outcome<undefined, 'heir-needed'>> {
  // Not found rather than forbidden: who is in another organisation's house is not this viewer's to know.
  if (personId === undefined || !maySteerPerson(viewer, personId)) throw notFound()
  // An office has no coordination: what nobody takes there could be taken back by nobody, and only a colleague there can take it.
  const leaver = await findLeaver(db, personId)
  if (leaver === undefined) throw notFound()
  const own = leaver.organisationId === viewer.person.organisationId
  if (heirId === undefined && leaver.role === 'office' && !own && leaver.colleagues > 0) return refused('heir-needed')
  const heir = heirId ?? (leaver.role === 'office' && own ? viewer.person.id : undefined)
  const handed = heir === undefined ? undefined : await handOver(db, personId, heir)
  if (heirId !== undefined && handed === undefined) throw notFound()
  if (!(await letGo(db, personId, now))) throw notFound()
  const actor = viewer.person
  if (heir !== undefined && handed !== undefined)
    await recordFact(db, { name: 'person.succeeded', actor, data: { person: personId, heir, things: handed } })
  await recordFact(db, { name: 'person.left', actor, data: { person: personId } })
  return done(undefined)
}
