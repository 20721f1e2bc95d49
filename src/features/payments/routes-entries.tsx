// Handlers of entries: what waits, one of them, and deciding about it.
import { idFrom } from '#kernel/address.ts'
import type { Issue, Outcome, Typed } from '#kernel/outcome.ts'
import { atPage, pageCount } from '#kernel/page.ts'
import type { Db } from '#platform/db/database.ts'
import { readForm, readQuery } from '#platform/http/input.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route } from '#platform/http/visit.ts'
import { returnEntry } from './actions/return-entry.ts'
import { setAside } from './actions/set-aside.ts'
import { settleEntry } from './actions/settle-entry.ts'
import { undoSettlement } from './actions/undo-settlement.ts'
import { gatherReturnable } from './gather-return.ts'
import { asideInput, byHandInput, pageQuery, proposalInput, returnInput, returnQuery } from './inputs.ts'
import type { Part } from './matching.ts'
import { entriesPath, entryPath } from './paths.ts'
import { issuerOf } from './permissions.ts'
import { gatherProposals } from './proposals.ts'
import { crumbs, keeper, statusOf } from './routes.tsx'
import { findOwedByNumber } from './store-books.ts'
import { type Entry, getEntry, listWaitingEntries } from './store-entries.ts'
import { listSettlementsOf } from './store-settlements.ts'
import { EntriesPage } from './views/entries-page.tsx'
import { EntryPage } from './views/entry-page.tsx'

const size = 20

async function showEntries(c: PageVisit): Promise<Response> {
  const { t, db, draw } = c.var
  const issuer = issuerOf(keeper(c))
  const query = readQuery(c, pageQuery)
  const all = await listWaitingEntries(db, issuer)
  const number = query.valid ? query.value.page : 1
  const last = pageCount({ size, total: all.length })
  if (number > last) return c.redirect(atPage(c.req.url, last), 303)
  const items = all.slice((number - 1) * size, number * size)
  const proposals = await gatherProposals(db, issuer, items, t.lang)
  const props = { t, page: { items, number, size, total: all.length }, proposals }
  return draw({ title: t('payments.entries-title'), breadcrumb: crumbs(c) }, <EntriesPage {...props} />)
}

async function drawEntry(c: AnyVisit, db: Db, typed: Typed, issues: readonly Issue[], words = ''): Promise<Response> {
  const { t, draw } = c.var
  const issuer = issuerOf(keeper(c))
  const entry = await getEntry(db, idFrom(c.req.param('id')))
  const [proposals, settlements, returnable] = await Promise.all([
    gatherProposals(db, issuer, [entry], t.lang),
    listSettlementsOf(db, entry.id, t.lang),
    entry.state === 'reversal' || entry.state === 'out' ? gatherReturnable(db, entry, words) : undefined,
  ])
  const props = { t, entry, proposals: proposals.get(entry.id) ?? [], settlements, returnable, typed, issues }
  const breadcrumb = [...crumbs(c), { label: t('payments.entries-title'), href: entriesPath() }]
  const page = { title: entry.name || t('payments.entry'), breadcrumb, status: statusOf(issues) } as const
  return draw(page, <EntryPage {...props} />)
}
const showEntry = (c: PageVisit): Promise<Response> => {
  const query = readQuery(c, returnQuery)
  return drawEntry(c, c.var.db, {}, [], query.valid ? query.value.q : '')
}
const again = (c: ActVisit, typed: Typed, issues: readonly Issue[]): Promise<Response> =>
  c.var.asPerson((db) => drawEntry(c, db, typed, issues))

/** To what waits next; what no longer fits is shown as it is now. */
const answer = (c: ActVisit, outcome: Outcome<Entry, string>, notice: string): Response =>
  outcome.done
    ? c.var.seeOther(entriesPath(), notice)
    : c.var.seeOther(entryPath(idFrom(c.req.param('id')) ?? 0), `payments.refusal-${outcome.refusal}`)

async function confirm(c: ActVisit): Promise<Response> {
  const viewer = keeper(c)
  const input = await readForm(c, proposalInput)
  if (!input.valid) return again(c, {}, [{ field: 'number', message: 'payments.issue-proposal' }])
  const outcome = await settleEntry(c.var.asPerson, viewer, idFrom(c.req.param('id')), input.value, c.var.now)
  return answer(c, outcome, 'payments.done-settled')
}

async function give(c: ActVisit): Promise<Response> {
  const viewer = keeper(c)
  const input = await readForm(c, byHandInput)
  if (!input.valid) return again(c, input.typed, input.issues)
  const { number, amount, rest } = input.value
  const invoice = await c.var.asPerson((db) => findOwedByNumber(db, issuerOf(viewer), number))
  const refuse = (field: string, message: string) => again(c, input.typed, [{ field, message }])
  if (invoice === undefined) return refuse('number', 'payments.issue-no-invoice')
  const { organisationId, id: invoiceId, openCents } = invoice
  if (amount > openCents && rest === undefined) return refuse('amount', 'payments.issue-more-than-open')
  const parts: Part[] = [
    { organisationId, invoiceId, cents: Math.min(amount, openCents) },
    { organisationId, invoiceId: null, cents: amount - openCents },
  ].filter(({ cents }) => cents > 0)
  const choice = { parts, reasons: [] }
  const outcome = await settleEntry(c.var.asPerson, viewer, idFrom(c.req.param('id')), choice, c.var.now)
  if (!outcome.done) return refuse('amount', `payments.refusal-${outcome.refusal}`)
  return answer(c, outcome, 'payments.done-settled')
}

async function aside(c: ActVisit): Promise<Response> {
  const viewer = keeper(c)
  const input = await readForm(c, asideInput)
  if (!input.valid) return again(c, input.typed, input.issues)
  const outcome = await setAside(c.var.asPerson, viewer, idFrom(c.req.param('id')), input.value.note, c.var.now)
  return answer(c, outcome, 'payments.done-aside')
}

async function takeBack(c: ActVisit): Promise<Response> {
  const viewer = keeper(c)
  const input = await readForm(c, returnInput)
  if (!input.valid) return again(c, {}, [{ field: 'number', message: 'payments.issue-proposal' }])
  const outcome = await returnEntry(c.var.asPerson, viewer, idFrom(c.req.param('id')), input.value, c.var.now)
  return answer(c, outcome, 'payments.done-returned')
}

async function undo(c: ActVisit): Promise<Response> {
  const outcome = await undoSettlement(c.var.asPerson, keeper(c), idFrom(c.req.param('id')), c.var.now)
  if (outcome.done) return c.var.seeOther(entryPath(outcome.value), 'payments.done-undone')
  return c.var.seeOther(entriesPath(), `payments.refusal-${outcome.refusal}`)
}

export const entryRoutes: readonly Route[] = [
  get('/payments/entries', showEntries),
  get('/payments/entries/:id', showEntry),
  post('/payments/entries/:id/settlement', confirm),
  post('/payments/entries/:id/giving', give),
  post('/payments/entries/:id/setting-aside', aside),
  post('/payments/entries/:id/return', takeBack),
  post('/payments/settlements/:id/undoing', undo),
]
