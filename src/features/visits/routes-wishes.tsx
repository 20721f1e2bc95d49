// Handlers of wishes: make one, name other days, agree, end.
import { idFrom } from '#kernel/address.ts'
import type { Issue, Outcome } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import { type Read, readForm } from '#platform/http/input.ts'
import { judgeTry, type Limit } from '#platform/http/limits.ts'
import { doOnce } from '#platform/http/once.ts'
import { type ActVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { makeWish, type WishRefusal } from './actions/make-wish.ts'
import { agreeToDays, endWish, type MoveRefusal, proposeDays, type Which } from './actions/move-wish.ts'
import { drawRefused } from './draw-visit.tsx'
import { agreementInput, endingInput, proposalInput, wishInput } from './inputs.ts'
import { visitPath } from './paths.ts'
import { mayWish } from './permissions.ts'
import { getVisit } from './store.ts'
import { getWish } from './store-wishes.ts'
import type { StudyVisit } from './study-visit.ts'
import type { WishAct } from './views/wish-acts.tsx'

/** Each of them mails the other city. */
const wishing: Limit = { name: 'wishes', tries: 60, seconds: 3600 }
const whichOf = (c: ActVisit): Which => ({
  visitId: idFrom(c.req.param('address')),
  wishId: idFrom(c.req.param('wish')),
})

const fieldOf: Partial<Record<WishRefusal | MoveRefusal, string>> = {
  past: 'firstDay',
  'outside-days': 'firstDay',
  'same-days': 'firstDay',
  'too-many-people': 'people',
}
const issueOf = (refusal: WishRefusal | MoveRefusal): Issue => ({
  field: fieldOf[refusal] ?? 'text',
  message: `visits.refusal-${refusal}`,
})

async function make(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  const { visitId } = whichOf(c)
  const { asPerson, now } = c.var
  const visit = await asPerson((db) => getVisit(db, visitId, c.var.t.lang))
  if (!mayWish(viewer, visit)) throw forbidden()
  const input = await readForm(c, wishInput)
  const again = (issues: readonly Issue[]) =>
    asPerson((db) => drawRefused(c, db, visitId, { typed: input.typed, issues }))
  if (!input.valid) return again(input.issues)
  const tooMany = judgeTry(wishing, String(viewer.person.id), now, { field: 'text' })
  if (tooMany !== undefined) return again([tooMany])
  const outcome = await doOnce(viewer.person.id, { mark: input.typed['once'], sent: { visitId, ...input.typed } }, () =>
    makeWish(asPerson, viewer, visitId, input.value, now),
  )
  if (!outcome.done) return again([issueOf(outcome.refusal)])
  return seeWishes(c, outcome.value, 'visits.done-wished')
}

const seeWishes = (c: ActVisit, { id, title }: StudyVisit, notice: string): Response =>
  c.var.seeOther(`${visitPath(id, title)}#wishes`, notice)

/** Out of reach is told before what was typed is judged. */
async function move<Value>(
  c: ActVisit,
  act: WishAct,
  read: () => Promise<Read<Value>>,
  work: (which: Which, value: Value) => Promise<Outcome<StudyVisit, MoveRefusal>>,
  notice: string,
): Promise<Response> {
  const { person } = signedIn(c)
  const which = whichOf(c)
  const { asPerson, t, now } = c.var
  const wish = await asPerson(async (db) =>
    getWish(db, (await getVisit(db, which.visitId, t.lang)).id, which.wishId, t.lang),
  )
  const input = await read()
  const again = (issues: readonly Issue[]) =>
    asPerson((db) => drawRefused(c, db, which.visitId, { about: { wishId: wish.id, act }, typed: input.typed, issues }))
  if (!input.valid) return again(input.issues)
  const tooMany = judgeTry(wishing, String(person.id), now, { field: 'text' })
  if (tooMany !== undefined) return again([tooMany])
  const sent = { act, which, ...input.typed }
  const outcome = await doOnce(person.id, { mark: input.typed['once'], sent }, () => work(which, input.value))
  return outcome.done ? seeWishes(c, outcome.value, notice) : again([issueOf(outcome.refusal)])
}

const propose = (c: ActVisit) =>
  move(
    c,
    'proposal',
    () => readForm(c, proposalInput),
    (which, input) => proposeDays(c.var.asPerson, signedIn(c), which, input, c.var.now),
    'visits.done-proposed',
  )
const agree = (c: ActVisit) =>
  move(
    c,
    'agreement',
    () => readForm(c, agreementInput),
    (which, input) => agreeToDays(c.var.asPerson, signedIn(c), which, input, c.var.now),
    'visits.done-agreed',
  )
const end = (c: ActVisit) =>
  move(
    c,
    'ending',
    () => readForm(c, endingInput),
    (which, { text }) => endWish(c.var.asPerson, signedIn(c), which, text),
    'visits.done-ended',
  )

export const wishRoutes: readonly Route[] = [
  post('/visits/:address/wishes', make),
  post('/visits/:address/wishes/:wish/proposal', propose),
  post('/visits/:address/wishes/:wish/agreement', agree),
  post('/visits/:address/wishes/:wish/ending', end),
]
