// Handlers of the office's place: bring a statement, see it, say what the columns of a table are.

import { idFrom } from '#kernel/address.ts'
import { dayOf } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { atPage, pageCount } from '#kernel/page.ts'
import { forbidden } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { readForm, readQuery } from '#platform/http/input.ts'
import { countTry, type Limit } from '#platform/http/limits.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { bringFile } from './actions/bring-file.ts'
import { matchCertain } from './actions/match-certain.ts'
import { tellColumns } from './actions/tell-columns.ts'
import { mostBytes, mostEntries } from './bank-statement.ts'
import { guessColumns } from './csv-columns.ts'
import { bringInput, columnsInput, pageQuery } from './inputs.ts'
import { sumByAge } from './open-items.ts'
import type { OtherAccount } from './own-account.ts'
import { columnsPath, entriesPath, filePath, matchingPath, paymentsPath, statementsPath } from './paths.ts'
import { issuerOf, keepsBooks } from './permissions.ts'
import { readStatementTable } from './read-statement-csv.ts'
import { countWaitingEntries, listEntriesOf, listStatementsOf } from './store-entries.ts'
import { listOpenItems } from './store-open-items.ts'
import { findContent, getFile, listFiles } from './store-statements.ts'
import { ColumnsPage } from './views/columns-page.tsx'
import { FilePage } from './views/file-page.tsx'
import { OfficePage } from './views/office-page.tsx'

const uploads: Limit = { name: 'bank statements', tries: 60, seconds: 600 }

/** The office that keeps books, or the stop `forbidden`. */
export function keeper(c: AnyVisit) {
  const viewer = signedIn(c)
  if (!keepsBooks(viewer)) throw forbidden()
  return viewer
}
export const crumbs = (c: AnyVisit) => [{ label: c.var.t('payments.title'), href: paymentsPath }]
export const statusOf = (issues: readonly Issue[]) => (issues.length > 0 ? 422 : 200)

async function drawOffice(c: AnyVisit, db: Db, typed: Typed, issues: readonly Issue[]): Promise<Response> {
  const { t, draw, now } = c.var
  const issuer = issuerOf(keeper(c))
  const [files, openEntries, items] = await Promise.all([
    listFiles(db, issuer),
    countWaitingEntries(db, issuer),
    listOpenItems(db, { issuer }, t.lang),
  ])
  const openCents = sumByAge(items, dayOf(now)).reduce((sum, { cents }) => sum + cents, 0)
  const props = { t, files, openEntries, openCents, typed, issues }
  return draw({ title: t('payments.title'), status: statusOf(issues) }, <OfficePage {...props} />)
}
const showOffice = (c: PageVisit): Promise<Response> => drawOffice(c, c.var.db, {}, [])

const issueOf = (refusal: string): Issue => ({
  field: 'file',
  message: `payments.refusal-${refusal}`,
  values: { megabytes: Math.floor(mostBytes / 1_048_576), entries: mostEntries },
})

/** What to ask, and what to say, where a statement is of an account that no invoice names. */
const otherAccount = ({ accounts, own }: OtherAccount): [Typed, Issue] => [
  { accounts: accounts.join(' ') },
  { field: 'accounts', message: 'payments.issue-other-account', values: { own: own.join(', ') } },
]

async function bring(c: ActVisit): Promise<Response> {
  const viewer = keeper(c)
  countTry(uploads, String(viewer.person.id), c.var.now)
  const input = await readForm(c, bringInput)
  const confirmed = input.valid ? input.value.accounts : []
  const outcome = await bringFile(c.var.asPerson, viewer, { file: input.files.get('file')?.[0], confirmed }, c.var.now)
  const again = (typed: Typed, issue: Issue) => c.var.asPerson((db) => drawOffice(c, db, typed, [issue]))
  if (outcome.done === false && 'accounts' in outcome) return again(...otherAccount(outcome))
  if (!outcome.done) return again(input.typed, issueOf(outcome.refusal))
  const { id, waits, known } = outcome.value
  return c.var.seeOther(
    waits ? columnsPath(id) : filePath(id),
    `payments.done-${known ? 'known' : waits ? 'waits' : 'read'}`,
  )
}

async function showFile(c: PageVisit): Promise<Response> {
  const { t, db, draw } = c.var
  keeper(c)
  const file = await getFile(db, idFrom(c.req.param('id')))
  const query = readQuery(c, pageQuery)
  const [statements, page] = await Promise.all([
    listStatementsOf(db, file.id),
    listEntriesOf(db, file.id, query.valid ? query.value.page : 1),
  ])
  if (page.number > pageCount(page)) return c.redirect(atPage(c.req.url, pageCount(page)), 303)
  return draw({ title: file.name, breadcrumb: crumbs(c) }, <FilePage {...{ t, file, statements, page }} />)
}

const typedFrom = (head: readonly string[]): Typed => {
  const guessed = guessColumns(head)
  const first = Object.entries(guessed).map(([field, places]) => [field, String(places?.[0] ?? '')] as const)
  const [, text2, text3] = guessed.text ?? []
  const more = [['text2', text2] as const, ['text3', text3] as const].filter(([, place]) => place !== undefined)
  return Object.fromEntries([...first, ...more.map(([field, place]) => [field, String(place)] as const)])
}

async function drawColumns(c: AnyVisit, db: Db, typed: Typed | undefined, issues: readonly Issue[]): Promise<Response> {
  const { t, draw } = c.var
  keeper(c)
  const file = await getFile(db, idFrom(c.req.param('id')))
  const content = await findContent(db, file.id)
  if (content === null) return c.var.seeOther(filePath(file.id))
  const table = readStatementTable(content, t.lang)
  const { head, rows } = table.done ? table.value : { head: file.head ?? [], rows: [] }
  const props = { t, file, head, rows: rows.slice(0, 3), typed: typed ?? typedFrom(head), issues }
  const page = { title: t('payments.columns-title'), breadcrumb: crumbs(c), status: statusOf(issues) } as const
  return draw(page, <ColumnsPage {...props} />)
}
const showColumns = (c: PageVisit): Promise<Response> => drawColumns(c, c.var.db, undefined, [])

async function tell(c: ActVisit): Promise<Response> {
  const viewer = keeper(c)
  const input = await readForm(c, columnsInput)
  const again = (issues: readonly Issue[], more: Typed = {}) =>
    c.var.asPerson((db) => drawColumns(c, db, { ...input.typed, ...more }, issues))
  if (!input.valid) return again(input.issues)
  const accounts = bringInput.safeParse(input.typed)
  const told = { columns: input.value, confirmed: accounts.success ? accounts.data.accounts : [] }
  const outcome = await tellColumns(c.var.asPerson, viewer, idFrom(c.req.param('id')), told, c.var.now)
  if (outcome.done === false && 'accounts' in outcome) {
    const [asked, issue] = otherAccount(outcome)
    return again([issue], asked)
  }
  if (!outcome.done) return again([{ ...issueOf(outcome.refusal), field: 'date' }])
  return c.var.seeOther(filePath(outcome.value), 'payments.done-read')
}

async function match(c: ActVisit): Promise<Response> {
  const count = await matchCertain(c.var.asPerson, keeper(c), c.var.now)
  return c.var.seeOther(entriesPath(), count > 0 ? 'payments.done-matched' : 'payments.done-nothing-certain')
}

export const routes: readonly Route[] = [
  get(paymentsPath, showOffice),
  post(statementsPath, bring, mostBytes + 1_048_576),
  get(`${statementsPath}/:id`, showFile),
  get(`${statementsPath}/:id/columns`, showColumns),
  post(`${statementsPath}/:id/columns`, tell),
  post(matchingPath, match),
]
