// Ask cities: the poll reaches its audience at once, and the cities that are meant are written down with it.

import { endOfDay } from '#kernel/days.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import { findAudience, findChoosable } from '#trunk/audiences.ts'
import { createContribution, publishContribution } from '#trunk/contributions.ts'
import { recordFact } from '#trunk/facts.ts'
import { wordsOf } from '../content.ts'
import type { PollInput } from '../inputs.ts'
import { mayAskCities } from '../permissions.ts'
import { type Item, remindAt } from '../poll.ts'
import { holdCircle, insertPoll } from '../store.ts'
import { chooseAsked, insertAsked } from '../store-asked.ts'

export type AskRefusal = 'audience-unknown' | 'room-archived' | 'nobody-asked' | 'day-past' | 'day-far'
export type Asking = PollInput & { readonly items: readonly Item[] }

const audiences = ['network', 'forum', 'room']
const longest = 366 * 86_400_000

async function write(db: Db, viewer: SignedIn, asking: Asking, asked: readonly number[], now: Date): Promise<number> {
  const { text, items, countries, sizes, remind } = asking
  const [audienceId, endsAt] = [Number(asking.audience), endOfDay(asking.endsOn)]
  const id = await createContribution(db, viewer.person, { kind: 'poll', ...wordsOf(asking), audienceId })
  const opensAnswers = asking.opens === 'yes'
  const when = { endsAt, remind, remindAt: remindAt(remind, now, endsAt) }
  await insertPoll(db, id, { text, items, countries, sizes, opensAnswers, ...when })
  await insertAsked(db, id, asked)
  await publishContribution(db, id, now)
  await recordFact(db, { name: 'poll.asked', actor: viewer.person, contributionId: id, audienceId })
  return id
}

/** Gives its id. */
export const askPoll = (
  asPerson: AsPerson,
  viewer: SignedIn,
  asking: Asking,
  now: Date,
): Promise<Outcome<number, AskRefusal>> =>
  asPerson(async (db) => {
    if (!mayAskCities(viewer)) throw forbidden()
    const ends = endOfDay(asking.endsOn).getTime() - now.getTime()
    if (ends <= 0) return refused('day-past')
    if (ends > longest) return refused('day-far')
    await holdCircle(db, Number(asking.audience))
    const audience = await findAudience(db, Number(asking.audience), viewer.person.lang)
    if (audience === undefined || !audiences.includes(audience.kind)) return refused('audience-unknown')
    // The form may have been open while its room was archived.
    if ((await findChoosable(db, audience.id, viewer.person.lang)) === undefined)
      return refused(audience.kind === 'room' ? 'room-archived' : 'audience-unknown')
    const asked = await chooseAsked(db, audience, asking)
    if (asked.length === 0) return refused('nobody-asked')
    return done(await write(db, viewer, asking, asked, now))
  })
