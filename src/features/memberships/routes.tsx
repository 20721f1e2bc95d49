// Handlers that show: the members of a day, one member's history, and what comes for an office.
import { dayOf } from '#kernel/locale.ts'
import { forbidden, notFound } from '#kernel/stop.ts'
import { readQuery } from '#platform/http/input.ts'
import { get, type PageVisit, type Route, signedIn } from '#platform/http/visit.ts'
import { csvOf } from '#platform/tables/csv.ts'
import { sizeClassOf } from '../members/public.ts'
import { historyOf } from './history.ts'
import { type ListQuery, listQuery } from './inputs.ts'
import { comingPath, historyPath, listPath, membershipsCsvPath, membershipsPath, oursPath } from './paths.ts'
import { isOffice } from './permissions.ts'
import { readHistory } from './read-history.ts'
import { type ForumLine, listForumLines } from './store.ts'
import { countOnDay, listComing, listDayDetails, listOnDay } from './store-list.ts'
import { ComingPage } from './views/coming-page.tsx'
import { DayList } from './views/day-list.tsx'
import { HistoryPage } from './views/history-page.tsx'
import { namesOf } from './words.ts'

const perPage = 100

interface Asked {
  readonly day: string
  readonly forums: readonly ForumLine[]
  readonly forum: ForumLine | undefined
  readonly query: ListQuery
}

/** A forum that nobody knows is the network: nonsense in an address is left out. */
async function readList(c: PageVisit): Promise<Asked> {
  const { db, t, now } = c.var
  const input = readQuery(c, listQuery)
  const query = input.valid ? input.value : listQuery.parse({})
  const day = query.day ?? dayOf(now)
  const forums = await listForumLines(db, t.lang)
  const forum = forums.find(({ slug }) => slug === query.forum)
  return { day, forums, forum, query }
}

async function showList(c: PageVisit): Promise<Response> {
  const { t, db, draw, now } = c.var
  const { day, forums, forum, query } = await readList(c)
  const issuer = forum?.id ?? null
  const [total, items] = await Promise.all([
    countOnDay(db, day, issuer),
    listOnDay(db, day, issuer, t.lang, { from: (query.page - 1) * perPage, most: perPage }),
  ])
  const details = await listDayDetails(
    db,
    day,
    items.map(({ organisationId }) => organisationId),
  )
  const chosen = { day: query.day, forum: forum?.slug }
  const props = {
    ...{ day, forums, details, today: dayOf(now), forum: forum?.slug, nameOf: namesOf(t, forums) },
    page: { items, number: query.page, size: perPage, total },
    csvHref: listPath(membershipsCsvPath, chosen),
    pageHref: (page: number) => listPath(membershipsPath, { ...chosen, page }),
  }
  const about = { title: t('memberships.title'), description: t('memberships.lead'), canonical: membershipsPath }
  return draw(about, <DayList t={t} {...props} />)
}

const csvHead = [
  ...['day', 'slug', 'name', 'country', 'member_since', 'since_known', 'last_day', 'forums', 'population'],
  ...['population_year', 'size'],
]

async function showCsv(c: PageVisit): Promise<Response> {
  const { day, forums, forum } = await readList(c)
  const lines = await listOnDay(c.var.db, day, forum?.id ?? null, c.var.t.lang)
  const ids = lines.map(({ organisationId }) => organisationId)
  const details = await listDayDetails(c.var.db, day, ids)
  const slugs = new Map(forums.map(({ id, slug }) => [id, slug]))
  const rows = lines.map(({ organisationId, slug, name, country, beginsOn, beginsKnown, endsOn }) => {
    const { forums: of = [], population = null, populationYear = null } = details.get(organisationId) ?? {}
    const written = of.map((id) => slugs.get(id) ?? '').join(' ')
    const who = [day, slug, name, country, beginsOn, beginsKnown ? 'yes' : 'no', endsOn]
    return [...who, written, population, populationYear, sizeClassOf(population) ?? null]
  })
  return c.body(csvOf(csvHead, rows), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'cache-control': 'private, no-cache',
    'content-disposition': `attachment; filename="memberships-${day}.csv"`,
  })
}

async function showHistory(c: PageVisit): Promise<Response> {
  const { t, db, viewer, draw, now } = c.var
  const forums = await listForumLines(db, t.lang)
  const nameOf = namesOf(t, forums)
  const known = await readHistory(db, viewer, c.req.param('slug') ?? '', { lang: t.lang, now })
  if (known === undefined) throw notFound()
  const { subject } = known
  const page = {
    title: t('memberships.of-member', { name: subject.name }),
    description: t('memberships.of-member', { name: subject.name }),
    breadcrumb: [{ label: t('memberships.title'), href: membershipsPath }],
    canonical: historyPath(subject.slug),
  }
  const props = { ...known, nameOf, today: dayOf(now), entries: historyOf(known, t, nameOf), typed: {}, issues: [] }
  return draw(page, <HistoryPage t={t} {...props} />)
}

async function showComing(c: PageVisit): Promise<Response> {
  const { t, db, draw, now } = c.var
  const viewer = signedIn(c)
  if (!isOffice(viewer)) throw forbidden()
  const lines = await listComing(db, dayOf(now), viewer.person.forumId, t.lang)
  const nameOf = namesOf(t, await listForumLines(db, t.lang))
  return draw({ title: t('memberships.coming') }, <ComingPage t={t} lines={lines} nameOf={nameOf} />)
}

const showOurs = (c: PageVisit): Response => c.var.seeOther(historyPath(signedIn(c).person.organisationSlug))

export const showRoutes: readonly Route[] = [
  get(membershipsPath, showList),
  get(membershipsCsvPath, showCsv),
  get(comingPath, showComing),
  get(oursPath, showOurs),
]
/** Asked last: every other address of the feature would read as the name of a member. */
export const historyRoutes: readonly Route[] = [get('/memberships/:slug', showHistory)]
