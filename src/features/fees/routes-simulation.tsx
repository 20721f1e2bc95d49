// Handlers of the simulation: the page, and every member as CSV.
import { idFrom } from '#kernel/address.ts'
import { decimalOf } from '#kernel/money.ts'
import { notFound } from '#kernel/stop.ts'
import { get, type PageVisit, type Route } from '#platform/http/visit.ts'
import { type Cell, csvOf } from '#platform/tables/csv.ts'
import { memberPath } from '../members/public.ts'
import { listChargeable } from '../memberships/public.ts'
import { scalePath } from './paths.ts'
import { maySimulate } from './permissions.ts'
import { crumbs, styles, titleOf } from './routes.tsx'
import { calculable, type Scale } from './scale.ts'
import { differenceOf, type Line, type Simulation, simulate } from './simulation.ts'
import { findScaleBefore, getScale } from './store.ts'
import { listForumNames } from './store-writing.ts'
import { bracketName } from './views/bracket-name.ts'
import { SimulationPage } from './views/simulation-page.tsx'

interface Simulated {
  readonly scale: Scale
  readonly beforeYear: number | undefined
  readonly simulation: Simulation
}

/** Whoever may not simulate is not told that there is such a page. */
async function simulated(c: PageVisit): Promise<Simulated> {
  const { db, viewer } = c.var
  const scale = await getScale(db, idFrom(c.req.param('id')))
  if (!maySimulate(viewer, scale)) throw notFound()
  const [members, before] = await Promise.all([
    listChargeable(db, scale.forumId, scale.year),
    findScaleBefore(db, scale),
  ])
  return { scale, beforeYear: before?.year, simulation: simulate(members, before, calculable(scale)) }
}

async function showSimulation(c: PageVisit): Promise<Response> {
  const { t, db, draw } = c.var
  const { scale, ...result } = await simulated(c)
  const name = titleOf(c, scale, await listForumNames(db, t.lang))
  const title = t('fees.simulation')
  const breadcrumb = [...crumbs(c), { label: name, href: scalePath(scale.id) }]
  const props = { t, scale, title: t('fees.simulation-of', { scale: name }), memberHref: memberPath, ...result }
  return draw({ title, breadcrumb, styles }, <SimulationPage {...props} />)
}

const columns = ['slug', 'member', 'country', 'kind', 'inhabitants', 'inhabitants-year', 'class'] as const
const amounts = ['before', 'after', 'difference', 'passed-on', 'note'] as const

export async function csvSimulation(c: PageVisit): Promise<Response> {
  const { t } = c.var
  const { scale, simulation } = await simulated(c)
  const rowOf = (line: Line): Cell[] => [
    ...[line.member.slug, line.member.name, line.member.country, line.member.kind],
    ...[line.member.population, line.member.populationYear, line.bracket ? bracketName(t, line.bracket) : ''],
    ...[line.before, line.after].map((cents) => (cents === null ? '' : decimalOf(cents))),
    decimalOf(differenceOf(line)),
    decimalOf(line.passedAfter),
    line.unplaced ? t(`fees.unplaced-${line.unplaced}`) : '',
  ]
  const head = [...columns, ...amounts].map((name) => t(`fees.csv-${name}`))
  return c.body(csvOf(head, simulation.lines.map(rowOf)), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="fees-${scale.year}.csv"`,
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex',
  })
}

export const simulationRoutes: readonly Route[] = [
  get('/fees/:id/simulation', showSimulation),
  get('/fees/:id/simulation.csv', csvSimulation),
]
