// Handlers of what whoever asked does with a poll: more time, what came of it, taking it back.
import { idFrom } from '#kernel/address.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { readForm } from '#platform/http/input.ts'
import { type ActVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { findRoom } from '../rooms/public.tsx'
import { closePoll } from './actions/close-poll.ts'
import { getSteered } from './actions/get-steered.ts'
import { type ProlongRefusal, prolongPoll } from './actions/prolong-poll.ts'
import { withdrawPoll } from './actions/withdraw-poll.ts'
import { drawLost } from './draw-lost.ts'
import { outcomeInput, prolongationInput } from './inputs.ts'
import { pollPath, pollsPath } from './paths.ts'
import { isOver } from './poll.ts'
import { crumb } from './routes.tsx'
import { AgainPage } from './views/again-page.tsx'
import { Outcome } from './views/outcome.tsx'
import { Steering } from './views/steering.tsx'

const idOf = (c: ActVisit): number | undefined => idFrom(c.req.param('address'))

const steerAgain = (c: ActVisit, typed: Typed, issues: readonly Issue[]): Promise<Response> =>
  c.var.asPerson(async (db) => {
    const { t, draw, now } = c.var
    const poll = await getSteered(db, signedIn(c), idOf(c))
    const room = await findRoom(db, poll.audienceId, t.lang)
    const page = { title: poll.title, status: 422, breadcrumb: [crumb(c)] } as const
    return draw(
      page,
      <AgainPage t={t} poll={poll} room={room} issues={issues}>
        <Outcome t={t} poll={poll} />
        <Steering t={t} poll={poll} over={isOver(poll, now)} mayChange refused={{ typed, issues }} />
      </AgainPage>,
    )
  })

const refusals: Record<ProlongRefusal, Issue> = {
  'day-earlier': { field: 'endsOn', message: 'polls.refusal-day-earlier' },
  'day-far': { field: 'endsOn', message: 'polls.refusal-day-far' },
  ended: { field: '', message: 'polls.refusal-ended' },
}

async function prolong(c: ActVisit): Promise<Response> {
  const input = await readForm(c, prolongationInput)
  if (!input.valid) return steerAgain(c, input.typed, input.issues)
  const outcome = await prolongPoll(c.var.asPerson, signedIn(c), idOf(c), input.value.endsOn, c.var.now)
  if (!outcome.done) return steerAgain(c, input.typed, [refusals[outcome.refusal]])
  return c.var.seeOther(pollPath(outcome.value.id, outcome.value.title), 'polls.done-prolonged')
}

/** What holds now stands above the form; what was written stays in it, so that saving again replaces it knowingly. */
const refusedOutcome: Issue = { field: 'outcome', message: 'polls.refusal-outcome-meanwhile' }

async function conclude(c: ActVisit): Promise<Response> {
  const input = await readForm(c, outcomeInput)
  if (!input.valid) return steerAgain(c, input.typed, input.issues)
  const outcome = await closePoll(c.var.asPerson, signedIn(c), idOf(c), input.value, c.var.now)
  if (!outcome.done) return steerAgain(c, input.typed, [refusedOutcome])
  return c.var.seeOther(pollPath(outcome.value.id, outcome.value.title), 'polls.done-closed')
}

const concludeOrKeep = (c: ActVisit): Promise<Response> =>
  conclude(c).catch(async (thrown) =>
    drawLost(c, thrown, String((await readForm(c, outcomeInput)).typed['outcome'] ?? '')),
  )

async function withdraw(c: ActVisit): Promise<Response> {
  const outcome = await withdrawPoll(c.var.asPerson, signedIn(c), idOf(c), c.var.now)
  if (outcome.done) return c.var.seeOther(pollsPath, 'polls.done-withdrawn')
  return c.var.seeOther(pollPath(idOf(c) ?? 0, ''), 'polls.refusal-not-published')
}

export const steeringRoutes: readonly Route[] = [
  post('/polls/:address/prolongation', prolong),
  post('/polls/:address/outcome', concludeOrKeep),
  post('/polls/:address/withdrawal', withdraw),
]
