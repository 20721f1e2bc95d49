// A coordinator names who answers a poll for their city: that person is shown it, and reminded too.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { mayNameColleague } from '../permissions.ts'
import type { Poll } from '../poll.ts'
import { getPoll, holdPoll } from '../store.ts'
import { listColleagues, setNamed } from '../store-colleagues.ts'

export type NameRefusal = 'colleague-unknown' | 'ended'

/** `personId` undefined: nobody in particular. */
export const nameColleague = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  personId: number | undefined,
): Promise<Outcome<Poll, NameRefusal>> =>
  asPerson(async (db) => {
    const poll = await getPoll(db, id, viewer.person)
    if (!mayNameColleague(viewer, poll)) throw forbidden()
    const colleagues = await listColleagues(db, poll.id, viewer.person.organisationId)
    if (personId !== undefined && !colleagues.some((one) => one.id === personId)) return refused('colleague-unknown')
    if (!(await holdPoll(db, poll.id))) return refused('ended')
    await setNamed(db, poll.id, viewer.person, personId)
    return done(poll)
  })
