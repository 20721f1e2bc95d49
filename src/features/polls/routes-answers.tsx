// Handlers of the answers of all cities: the page, and the same as a file.
import { idFrom } from '#kernel/address.ts'
import { atPage, pageCount } from '#kernel/page.ts'
import { forbidden } from '#kernel/stop.ts'
import { readQuery } from '#platform/http/input.ts'
import { get, type PageVisit, type Route, signedIn } from '#platform/http/visit.ts'
import { type TableFormat, tableFile, tableMediaTypes } from '#platform/tables/table-file.ts'
import { listPlaces } from '../members/public.ts'
import { findRoom } from '../rooms/public.tsx'
import { answerHeads, answerRow, answersFileName } from './export.ts'
import { hideCities, hideFiles } from './hide-cities.ts'
import { answersQuery } from './inputs.ts'
import { pollPath } from './paths.ts'
import { maySeeAnswers } from './permissions.ts'
import { crumb } from './routes.tsx'
import { getPoll } from './store.ts'
import { listAnswers, listFilesOf } from './store-answers.ts'
import { AnswersPage } from './views/answers-page.tsx'

const citiesPerPage = 50

const queryOf = (c: PageVisit) => {
  const query = readQuery(c, answersQuery)
  return query.valid ? query.value : answersQuery.parse({})
}

async function readAnswers(c: PageVisit) {
  const { db, t, now } = c.var
  const viewer = signedIn(c)
  const reader = { organisationId: viewer.person.organisationId, lang: t.lang }
  const id = idFrom(c.req.param('address'))
  const poll = await getPoll(db, id, reader)
  if (!maySeeAnswers(viewer, poll, now)) throw forbidden()
  const [answers, room] = await Promise.all([listAnswers(db, poll.id, t.lang), findRoom(db, poll.audienceId, t.lang)])
  const hidden = room?.chatham === true
  return { poll, room, hidden, answers: hidden ? hideCities(t, poll.items, answers) : answers }
}

async function showAnswers(c: PageVisit): Promise<Response> {
  const { t, db, now, draw } = c.var
  const { poll, answers, ...rest } = await readAnswers(c)
  const { page: number } = queryOf(c)
  const items = answers.slice((number - 1) * citiesPerPage, number * citiesPerPage)
  const page = { items, number, size: citiesPerPage, total: answers.length }
  if (number > pageCount(page)) return c.redirect(atPage(c.req.url, pageCount(page)), 303)
  const cities = rest.hidden ? [] : answers.map(({ organisationId }) => organisationId)
  const answerIds = items.map((answer) => answer.id)
  const [places, found] = await Promise.all([listPlaces(db, cities), listFilesOf(db, answerIds)])
  const files = rest.hidden ? hideFiles(t, found) : found
  const breadcrumb = [crumb(c), { label: poll.title, href: pollPath(poll.id, poll.title) }]
  const props = { ...rest, t, now, poll, answers, page, places, files }
  return draw({ title: t('polls.answers'), breadcrumb }, <AnswersPage {...props} />)
}

const showFile = (format: TableFormat) =>
  async function serveTable(c: PageVisit): Promise<Response> {
    const { t } = c.var
    const { poll, answers, hidden } = await readAnswers(c)
    const passing = queryOf(c).passing === 'yes'
    const rows = answers.filter(({ staysInside }) => !passing || !staysInside)
    const table = rows.map((answer) => answerRow(t, poll, answer))
    return c.body(await tableFile(format, poll.title, answerHeads(t, poll, hidden), table), 200, {
      'content-type': tableMediaTypes[format],
      'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename="${answersFileName(poll, format)}"`,
    })
  }

export const answersRoutes: readonly Route[] = [
  get('/polls/:address/answers', showAnswers),
  get('/polls/:address/answers.csv', showFile('csv')),
  get('/polls/:address/answers.xlsx', showFile('xlsx')),
]
