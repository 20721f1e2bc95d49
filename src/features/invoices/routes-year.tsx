// Handlers of a year: the preview, making the invoices, the preview as a table, the journal and the documents as files.
import type { Issue } from '#kernel/outcome.ts'
import { forbidden, notFound } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { readForm, readQuery } from '#platform/http/input.ts'
import { countTry, type Limit } from '#platform/http/limits.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { csvOf } from '#platform/tables/csv.ts'
import { runFees } from './actions/run-fees.ts'
import { archiveStream, journalStream } from './archive.ts'
import { type FilesBy, filesQuery, previewQuery, runInput, yearInput } from './inputs.ts'
import { invoicesPath, runPath, styles } from './paths.ts'
import { booksOf, keepsBooks } from './permissions.ts'
import { previewOf } from './preview.ts'
import { previewHead, previewRow } from './preview-file.ts'
import { readMaterial } from './read-material.ts'
import { narrowed, shownOf } from './shown-preview.ts'
import { type BookYear, countBookFiles } from './store-entries.ts'
import { listForumNames } from './store-forums.ts'
import { listRuns } from './store-sending.ts'
import { listShareForums } from './store-shares.ts'
import { YearPage } from './views/year-page.tsx'

/** Each draws every document of a year anew. */
const archives: Limit = { name: 'archives of invoices', tries: 20, seconds: 600 }

/** Their own books' year, or a stop. */
const yearOf = (c: AnyVisit): number => {
  if (!keepsBooks(c.var.viewer)) throw forbidden()
  const year = yearInput.safeParse(c.req.param('year'))
  if (!year.success) throw notFound()
  return year.data
}

const queryOf = (c: AnyVisit) => {
  const input = readQuery(c, previewQuery)
  return input.valid ? input.value : previewQuery.parse({})
}

async function drawYear(c: AnyVisit, db: Db, issues: readonly Issue[]): Promise<Response> {
  const { t, draw, viewer } = c.var
  const year = yearOf(c)
  const issuer = booksOf(viewer)
  const [read, runs, forums, files] = await Promise.all([
    readMaterial(db, issuer, year),
    listRuns(db, issuer, year),
    listForumNames(db, t.lang),
    countBookFiles(db, issuer, year),
  ])
  const preview = typeof read === 'string' ? read : shownOf(previewOf(read.material), queryOf(c), forums)
  const breadcrumb = [{ label: t('invoices.title'), href: invoicesPath }]
  const page = {
    title: t('invoices.year-title', { year: String(year) }),
    breadcrumb,
    styles,
    status: issues.length > 0 ? 422 : 200,
  } as const
  return draw(page, <YearPage {...{ t, year, runs, issues, preview, files }} />)
}

const showYear = (c: PageVisit): Promise<Response> => drawYear(c, c.var.db, [])

async function make(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  const year = yearOf(c)
  const form = await readForm(c, runInput)
  const again = (refusal: string) =>
    c.var.asPerson((db) => drawYear(c, db, [{ field: '', message: `invoices.refusal-${refusal}` }]))
  if (!form.valid) return again('changed')
  const outcome = await runFees(c.var.asPerson, viewer, { year, ...form.value }, c.var.now)
  return outcome.done ? c.var.seeOther(runPath(outcome.value), 'invoices.done-made') : again(outcome.refusal)
}

/** What it holds depends on who asks: kept by nobody on the way. */
const fileHeaders = (type: string, name: string): Record<string, string> => ({
  'content-type': type,
  'content-disposition': `attachment; filename="${name}"`,
  'cache-control': 'private, no-store',
  'x-robots-tag': 'noindex',
})
const csvType = 'text/csv; charset=utf-8'

async function showPreviewCsv(c: PageVisit): Promise<Response> {
  const year = yearOf(c)
  const read = await readMaterial(c.var.db, booksOf(c.var.viewer), year)
  if (typeof read === 'string') throw notFound()
  const lines = narrowed(previewOf(read.material), queryOf(c))
  return c.body(csvOf(previewHead, lines.map(previewRow)), 200, fileHeaders(csvType, `preview-${year}.csv`))
}

const filesBy = (c: PageVisit): FilesBy => {
  const query = readQuery(c, filesQuery)
  return query.valid ? query.value.by : 'fee'
}
const yearName = ({ year, by }: BookYear): string => (by === 'fee' ? String(year) : `${year}-by-date`)

const wantedBy = (c: PageVisit) => ({
  database: c.var.database,
  key: c.var.key,
  issuer: booksOf(c.var.viewer),
  year: yearOf(c),
  by: filesBy(c),
})

async function showJournal(c: PageVisit): Promise<Response> {
  const wanted = wantedBy(c)
  const forums = await listShareForums(c.var.db, wanted)
  const body = journalStream(wanted, forums) as globalThis.ReadableStream
  return c.body(body, 200, fileHeaders(csvType, `journal-${yearName(wanted)}.csv`))
}

function showArchive(c: PageVisit): Response {
  const wanted = wantedBy(c)
  countTry(archives, `person ${signedIn(c).person.id}`, c.var.now)
  const body = archiveStream(wanted) as globalThis.ReadableStream
  return c.body(body, 200, fileHeaders('application/zip', `invoices-${yearName(wanted)}.zip`))
}

export const yearRoutes: readonly Route[] = [
  get('/invoices/years/:year', showYear),
  post('/invoices/years/:year/run', make),
  get('/invoices/years/:year/preview.csv', showPreviewCsv),
  get('/invoices/years/:year/journal.csv', showJournal),
  get('/invoices/years/:year/documents.zip', showArchive),
]
