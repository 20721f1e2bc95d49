// Somebody who was asked, or an office, names who knows better: that person is asked then, if the question is for them to read.
import { dayOf } from '#kernel/locale.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { findPersonsByName } from '#trunk/persons.ts'
import { listAbsent } from '../../absences/public.ts'
import type { NamingInput } from '../inputs.ts'
import { type NamingRefusal, nameColleague } from '../store-asked.ts'

export type NameRefusal = NamingRefusal | 'unknown' | 'several' | 'absent'

export const nameWhoKnows = (
  asPerson: AsPerson,
  viewer: SignedIn,
  contributionId: number,
  { colleague, person: chosen }: NamingInput,
  now: Date,
): Promise<Outcome<undefined, NameRefusal>> =>
  asPerson(async (db) => {
    const found = await findPersonsByName(db, [colleague])
    if (found.length === 0) return refused('unknown')
    const person = found.length === 1 ? found[0] : found.find(({ id }) => id === chosen)
    if (person === undefined) return refused('several')
    if ((await listAbsent(db, [person.id], dayOf(now))).length > 0) return refused('absent')
    const said = await nameColleague(db, contributionId, person.id, now)
    if (said === 'nothing') throw notFound()
    if (said !== 'named') return refused(said)
    await recordFact(db, { name: 'question.handed', actor: viewer.person, contributionId, data: { person: person.id } })
    return done(undefined)
  })
