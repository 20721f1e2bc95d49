// On the way to an agreement: name other days, agree to those of the other one, end it. Each is a step that stays.
import { dayOf } from '#kernel/locale.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import type { AgreementInput, ProposalInput } from '../inputs.ts'
import { getVisit } from '../store.ts'
import { getWish, insertStep, moveWish } from '../store-wishes.ts'
import { type Act, type Days, mayAct, mayAgree, type StudyVisit, type Wish, type WishState } from '../study-visit.ts'

export type MoveRefusal = 'moved-meanwhile' | 'past' | 'same-days'
type Moved = Outcome<StudyVisit, MoveRefusal>
export interface Which {
  readonly visitId: number | undefined
  readonly wishId: number | undefined
}

interface Move extends Days {
  readonly act: Act
  readonly state: WishState
  readonly daysBy: number
  readonly text: string
}

async function find(db: Db, viewer: SignedIn, { visitId, wishId }: Which): Promise<{ visit: StudyVisit; wish: Wish }> {
  const visit = await getVisit(db, visitId, viewer.person.lang)
  const wish = await getWish(db, visit.id, wishId, viewer.person.lang)
  if (wish.side === null) throw forbidden()
  return { visit, wish }
}

/** Whoever wrote while the other one ended it reads so, and keeps what they wrote. */
const over = (wish: Wish): boolean => !mayAct(wish)

async function take(db: Db, { person }: SignedIn, visit: StudyVisit, wish: Wish, move: Move): Promise<Moved> {
  if (!(await moveWish(db, wish, move))) return refused('moved-meanwhile')
  const step = await insertStep(db, wish.id, person, move)
  await recordFact(db, { name: `visit.${move.act}`, actor: person, contributionId: visit.id, data: { step } })
  return done(visit)
}

export const proposeDays = (asPerson: AsPerson, viewer: SignedIn, which: Which, input: ProposalInput, now: Date) =>
  asPerson(async (db): Promise<Moved> => {
    const { visit, wish } = await find(db, viewer, which)
    if (over(wish)) return refused('moved-meanwhile')
    if (input.firstDay < dayOf(now)) return refused('past')
    if (input.firstDay === wish.firstDay && input.lastDay === wish.lastDay) return refused('same-days')
    return take(db, viewer, visit, wish, { act: 'proposed', state: 'open', daysBy: wish.side ?? 0, ...input })
  })

export const agreeToDays = (asPerson: AsPerson, viewer: SignedIn, which: Which, input: AgreementInput, now: Date) =>
  asPerson(async (db): Promise<Moved> => {
    const { visit, wish } = await find(db, viewer, which)
    if (over(wish)) return refused('moved-meanwhile')
    if (!mayAgree(wish)) throw forbidden()
    const { text, firstDay, lastDay } = input
    if (firstDay !== wish.firstDay || lastDay !== wish.lastDay) return refused('moved-meanwhile')
    if (wish.firstDay < dayOf(now)) return refused('past')
    return take(db, viewer, visit, wish, { ...wish, act: 'agreed', state: 'agreed', text })
  })

export const endWish = (asPerson: AsPerson, viewer: SignedIn, which: Which, text: string) =>
  asPerson(async (db): Promise<Moved> => {
    const { visit, wish } = await find(db, viewer, which)
    if (over(wish)) return refused('moved-meanwhile')
    return take(db, viewer, visit, wish, { ...wish, act: 'ended', state: 'ended', text })
  })
