// Wish to come, where a visit is offered, or to receive, where one is requested: with days, how many, and a word.
import { dayOf } from '#kernel/locale.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { watch } from '#trunk/watching.ts'
import type { WishInput } from '../inputs.ts'
import { mayWish } from '../permissions.ts'
import { getVisit, holdVisit } from '../store.ts'
import { insertStep, insertWish } from '../store-wishes.ts'
import type { StudyVisit } from '../study-visit.ts'

export type WishRefusal = 'closed' | 'past' | 'wished-already' | 'too-many-people' | 'outside-days'

const refusalOf = (visit: StudyVisit, wish: WishInput, today: string): WishRefusal | undefined => {
  if (visit.ended) return 'closed'
  if (wish.firstDay < today) return 'past'
  if (visit.direction === 'offer' && wish.people > visit.people) return 'too-many-people'
  const early = visit.firstDay !== null && wish.firstDay < visit.firstDay
  const late = visit.lastDay !== null && wish.lastDay > visit.lastDay
  return early || late ? 'outside-days' : undefined
}

export const makeWish = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  wish: WishInput,
  now: Date,
): Promise<Outcome<StudyVisit, WishRefusal>> =>
  asPerson(async (db) => {
    const { person } = viewer
    await holdVisit(db, id)
    const visit = await getVisit(db, id, person.lang)
    if (!mayWish(viewer, visit)) throw forbidden()
    const refusal = refusalOf(visit, wish, dayOf(now))
    if (refusal !== undefined) return refused(refusal)
    const wishId = await insertWish(db, person, { visitId: visit.id, ...wish })
    if (wishId === undefined) return refused('wished-already')
    const step = await insertStep(db, wishId, person, { act: 'asked', ...wish })
    await watch(db, person.id, visit.id)
    // To nobody but the two cities: which city wishes to go where is not told to all who read of the visit.
    await recordFact(db, { name: 'visit.asked', actor: person, contributionId: visit.id, data: { step } })
    return done(visit)
  })
