// Handlers of what is open and of members' accounts, for the office.
import { dayOf, type Translate } from '#kernel/locale.ts'
import { decimalOf } from '#kernel/money.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { atPage, pageCount } from '#kernel/page.ts'
import { notFound } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { readForm, readQuery } from '#platform/http/input.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route } from '#platform/http/visit.ts'
import { csvOf } from '#platform/tables/csv.ts'
import { holdBack, remindAgain } from './actions/arrange-reminders.ts'
import { undoCredit } from './actions/undo-credit.ts'
import { refundCredit, useCredit } from './actions/use-credit.ts'
import { downloadOf, yearsOf } from './answers.ts'
import { gatherAccount } from './gather-account.ts'
import { holdInput, pageQuery, refundInput, undoCreditInput, yearQuery } from './inputs.ts'
import { ageOf, daysBetween, sumByAge } from './open-items.ts'
import { accountPath, accountPdfPath, openItemsCsvPath, openItemsPath } from './paths.ts'
import { issuerOf } from './permissions.ts'
import { crumbs, keeper, statusOf } from './routes.tsx'
import { statementPdf } from './statement-pdf.ts'
import { type AccountOf, creditOf, findSeller, getAccountMember, listCredits, listIssuersOf } from './store-accounts.ts'
import { listCreditMoves, listUnsentNotes } from './store-credit.ts'
import { listOpenItems } from './store-open-items.ts'
import { listHolds, listLettersTo } from './store-reminders.ts'
import { AccountPage } from './views/account-page.tsx'
import { OpenItemsPage } from './views/open-items-page.tsx'

const size = 100

async function showOpenItems(c: PageVisit): Promise<Response> {
  const { t, db, draw, now } = c.var
  const issuer = issuerOf(keeper(c))
  const query = readQuery(c, pageQuery)
  const number = query.valid ? query.value.page : 1
  const [all, credits, notes] = await Promise.all([
    listOpenItems(db, { issuer }, t.lang),
    listCredits(db, issuer, t.lang),
    listUnsentNotes(db, { issuer }, t.lang),
  ])
  const last = pageCount({ size, total: all.length })
  if (number > last) return c.redirect(atPage(c.req.url, last), 303)
  const today = dayOf(now)
  const page = { items: all.slice((number - 1) * size, number * size), number, size, total: all.length }
  const props = { t, today, page, credits, notes, sums: sumByAge(all, today) }
  return draw({ title: t('payments.open-items'), breadcrumb: crumbs(c) }, <OpenItemsPage {...props} />)
}

const columns = ['member', 'invoice', 'issued', 'due', 'days', 'age', 'total', 'open', 'reminder', 'held'] as const

async function sendOpenItems(c: PageVisit): Promise<Response> {
  const { t, db, now } = c.var
  const today = dayOf(now)
  const items = await listOpenItems(db, { issuer: issuerOf(keeper(c)) }, t.lang)
  const rows = items.map((item) => [
    ...[item.name, item.number, item.issuedOn, item.dueOn, Math.max(0, daysBetween(item.dueOn, today))],
    ...[t(`payments.age-${ageOf(item.dueOn, today)}`), decimalOf(item.totalCents), decimalOf(item.openCents)],
    ...[item.step, item.held ?? ''],
  ])
  const head = columns.map((name) => t(`payments.csv-head-${name}`))
  return downloadOf(csvOf(head, rows), `${t('payments.file-open-items')}-${today}.csv`, 'text/csv; charset=utf-8')
}

const gatherMember = async (db: Db, of: AccountOf, t: Translate) => {
  const [creditCents, moves, notes, items, holds, letters, issuers] = await Promise.all([
    creditOf(db, of),
    listCreditMoves(db, of),
    listUnsentNotes(db, of, t.lang),
    listOpenItems(db, of, t.lang),
    listHolds(db, of.issuer, t.lang),
    listLettersTo(db, of, t.lang),
    listIssuersOf(db, of.organisationId),
  ])
  const balanceCents = issuers.find((one) => one.issuer === (of.issuer ?? 0))?.balanceCents ?? 0
  return { creditCents, moves, notes, somethingOpen: items.length > 0, holds, letters, balanceCents }
}

async function drawAccount(c: AnyVisit, db: Db, typed: Typed, issues: readonly Issue[]): Promise<Response> {
  const { t, draw, now } = c.var
  const issuer = issuerOf(keeper(c))
  const member = await getAccountMember(db, issuer, c.req.param('slug') ?? '', t.lang)
  const query = readQuery(c, yearQuery)
  const thisYear = Number(dayOf(now).slice(0, 4))
  const year = (query.valid ? query.value.year : undefined) ?? thisYear
  const of = { issuer, organisationId: member.id }
  const [account, { holds, ...known }] = await Promise.all([gatherAccount(db, of, year, now), gatherMember(db, of, t)])
  const { slug } = member
  const props = {
    ...{ t, member, account, ...known, now, typed, issues, hold: holds.find((one) => one.slug === slug) },
    ...{ years: yearsOf(member.firstYear, thisYear), pdfHref: accountPdfPath(slug, year) },
    yearHref: (one: number) => accountPath(slug, one),
  }
  const page = { title: member.name, breadcrumb: crumbs(c), status: statusOf(issues) } as const
  return draw(page, <AccountPage {...props} />)
}
const showAccount = (c: PageVisit): Promise<Response> => drawAccount(c, c.var.db, {}, [])
const again = (c: ActVisit, typed: Typed, issues: readonly Issue[]): Promise<Response> =>
  c.var.asPerson((db) => drawAccount(c, db, typed, issues))

async function sendPdf(c: PageVisit): Promise<Response> {
  const { t, db, now } = c.var
  const issuer = issuerOf(keeper(c))
  const member = await getAccountMember(db, issuer, c.req.param('slug') ?? '', t.lang)
  const query = readQuery(c, yearQuery)
  const year = (query.valid ? query.value.year : undefined) ?? Number(dayOf(now).slice(0, 4))
  const of = { issuer, organisationId: member.id }
  const [content, account] = await Promise.all([findSeller(db, of), gatherAccount(db, of, year, now)])
  if (content === undefined) throw notFound()
  const pdf = await statementPdf(content, account, now)
  return downloadOf(pdf, `${member.slug}-${year}.pdf`, 'application/pdf')
}

const slugOf = (c: ActVisit): string => c.req.param('slug') ?? ''

async function spend(c: ActVisit): Promise<Response> {
  const outcome = await useCredit(c.var.asPerson, keeper(c), slugOf(c), c.var.now)
  const notice = outcome.done ? 'payments.done-credit-used' : `payments.refusal-${outcome.refusal}`
  return c.var.seeOther(accountPath(slugOf(c)), notice)
}

async function refund(c: ActVisit): Promise<Response> {
  const viewer = keeper(c)
  const input = await readForm(c, refundInput)
  if (!input.valid) return again(c, input.typed, input.issues)
  const { amount: cents, day, seen } = input.value
  // It would stand in no account before that year, and nothing takes it back.
  if (day > dayOf(c.var.now)) return again(c, input.typed, [{ field: 'day', message: 'payments.issue-day-to-come' }])
  const outcome = await refundCredit(c.var.asPerson, viewer, slugOf(c), { cents, day, seen }, c.var.now)
  if (!outcome.done) {
    const issues = {
      changed: 'issue-credit-changed',
      'unsent-note': 'refusal-unsent-note',
      'no-longer-fits': 'issue-more-than-credit',
    }
    return again(c, input.typed, [{ field: 'amount', message: `payments.${issues[outcome.refusal]}` }])
  }
  return c.var.seeOther(accountPath(slugOf(c)), 'payments.done-refunded')
}

async function undo(c: ActVisit): Promise<Response> {
  const viewer = keeper(c)
  const input = await readForm(c, undoCreditInput)
  if (!input.valid) return again(c, input.typed, input.issues)
  const outcome = await undoCredit(c.var.asPerson, viewer, slugOf(c), input.value, c.var.now)
  if (!outcome.done)
    return again(c, input.typed, [{ field: 'movement', message: `payments.refusal-${outcome.refusal}` }])
  return c.var.seeOther(accountPath(slugOf(c)), 'payments.done-credit-undone')
}

async function hold(c: ActVisit): Promise<Response> {
  const viewer = keeper(c)
  const input = await readForm(c, holdInput)
  if (!input.valid) return again(c, input.typed, input.issues)
  await holdBack(c.var.asPerson, viewer, slugOf(c), input.value.reason, c.var.now)
  return c.var.seeOther(accountPath(slugOf(c)), 'payments.done-held')
}

async function remind(c: ActVisit): Promise<Response> {
  await remindAgain(c.var.asPerson, keeper(c), slugOf(c), c.var.now)
  return c.var.seeOther(accountPath(slugOf(c)), 'payments.done-reminded-again')
}

export const accountRoutes: readonly Route[] = [
  get(openItemsPath, showOpenItems),
  get(openItemsCsvPath, sendOpenItems),
  get('/payments/members/:slug', showAccount),
  get('/payments/members/:slug/statement.pdf', sendPdf),
  post('/payments/members/:slug/credit', spend),
  post('/payments/members/:slug/credit/undoing', undo),
  post('/payments/members/:slug/refund', refund),
  post('/payments/members/:slug/hold', hold),
  post('/payments/members/:slug/hold/end', remind),
]
