// Handlers of reminders: what the next round would send, sending it, and how this issuer reminds.
import { idFrom } from '#kernel/address.ts'
import { dayOf } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { readForm } from '#platform/http/input.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route } from '#platform/http/visit.ts'
import { changeSettings } from './actions/arrange-reminders.ts'
import { sendReminders } from './actions/send-reminders.ts'
import { roundInput, settingsInput } from './inputs.ts'
import { remindersPath, roundPath, settingsPath } from './paths.ts'
import { issuerOf } from './permissions.ts'
import { lettersWithWords } from './previewed-letters.ts'
import { dueReminders } from './reminder.ts'
import { crumbs, keeper, statusOf } from './routes.tsx'
import { listOpenItems } from './store-open-items.ts'
import { getRound, getSettings, listHolds, listLettersOf, listRounds } from './store-reminders.ts'
import { RemindersPage } from './views/reminders-page.tsx'
import { RoundPage } from './views/round-page.tsx'

/** Of one round: nobody reads more of them before they go out. The others follow with the next. */
const mostLetters = 250

async function drawReminders(c: AnyVisit, db: Db, typed: Typed, issues: readonly Issue[]): Promise<Response> {
  const { t, draw, now, settings: site } = c.var
  const issuer = issuerOf(keeper(c))
  const [settings, items, holds, rounds] = await Promise.all([
    getSettings(db, issuer),
    listOpenItems(db, { issuer }, t.lang),
    listHolds(db, issuer, t.lang),
    listRounds(db, issuer),
  ])
  const due = dueReminders(items, settings, dayOf(now))
  const open = due.filter(({ held }) => held === null)
  const letters = await lettersWithWords(db, open.slice(0, mostLetters), { issuer, settings, now, site })
  const props = {
    t,
    letters,
    later: open.length - letters.length,
    spared: due.filter(({ held }) => held !== null),
    holds,
    rounds,
    settings,
    typed,
    issues,
  }
  const page = { title: t('payments.reminders'), breadcrumb: crumbs(c), status: statusOf(issues) } as const
  return draw(page, <RemindersPage {...props} />)
}
const showReminders = (c: PageVisit): Promise<Response> => drawReminders(c, c.var.db, {}, [])

async function send(c: ActVisit): Promise<Response> {
  const viewer = keeper(c)
  const input = await readForm(c, roundInput)
  const chosen = input.valid ? input.value.letters : []
  const outcome = await sendReminders(c.var.asPerson, viewer, chosen, c.var.now)
  if (!outcome.done) return c.var.seeOther(remindersPath, `payments.refusal-${outcome.refusal}`)
  return c.var.seeOther(roundPath(outcome.value), 'payments.done-sending')
}

async function arrange(c: ActVisit): Promise<Response> {
  const viewer = keeper(c)
  const input = await readForm(c, settingsInput)
  if (!input.valid) return c.var.asPerson((db) => drawReminders(c, db, input.typed, input.issues))
  await changeSettings(c.var.asPerson, viewer, input.value, c.var.now)
  return c.var.seeOther(remindersPath, 'payments.done-arranged')
}

async function showRound(c: PageVisit): Promise<Response> {
  const { t, db, draw } = c.var
  keeper(c)
  const round = await getRound(db, idFrom(c.req.param('id')))
  const letters = await listLettersOf(db, round.id, t.lang)
  const breadcrumb = [...crumbs(c), { label: t('payments.reminders'), href: remindersPath }]
  return draw({ title: t('payments.sending'), breadcrumb }, <RoundPage t={t} round={round} letters={letters} />)
}

export const reminderRoutes: readonly Route[] = [
  get(remindersPath, showReminders),
  post(remindersPath, send),
  post(settingsPath, arrange),
  get('/payments/reminders/:id', showRound),
]
