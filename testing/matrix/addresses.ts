// From a route's pattern to a real address: what stands in the place of `:id`, and of which thing it is.
import type { Feature } from '#platform/feature.ts'
import type { Route } from '#platform/http/visit.ts'
import type { Piece, Stage } from '../protection/stage.ts'
import { invoiceAddresses } from './invoices.ts'

export interface Way {
  readonly feature: Feature
  readonly route: Route
  /** `GET /practices/:address`, as manifests name it. */
  readonly name: string
  readonly open: boolean
  /** The kind of contribution whose audience decides; undefined where none does. */
  readonly kind: string | undefined
}

const segmentsOf = (path: string): string[] => path.split('/').filter((segment) => segment !== '')
const singular = (word: string): string => word.replace(/ies$/, 'y').replace(/s$/, '')

/** Tables with rows about contributions may stand in an address: `/replies/:id` is one of the table `reply`. */
const tableIn = (path: string, stage: Stage): string | undefined => {
  const [first = '', second = ''] = segmentsOf(path)
  const table = singular(first).replaceAll('-', '_')
  const row = stage.pieces[0]?.rows.get(table)
  // What becomes of a mail about a thing is the office's to know, whoever reads the thing.
  if (table === 'mail') return undefined
  return second.startsWith(':') && row !== undefined && 'id' in row ? table : undefined
}

const kindOf = (features: readonly Feature[], route: Route, stage: Stage): string | undefined => {
  const [first = '', second = ''] = segmentsOf(route.path)
  if (!second.startsWith(':')) return undefined
  const kinds = features.flatMap((feature) => feature.kinds ?? [])
  const own = kinds.find(({ path }) => segmentsOf(path(1, 'x'))[0] === first)
  if (own !== undefined) return own.kind
  return first === 'contributions' || tableIn(route.path, stage) !== undefined ? kinds[0]?.kind : undefined
}

/** Every route of every manifest, in the order of features.ts. */
export const waysOf = (features: readonly Feature[], stage: Stage): Way[] =>
  features.flatMap((feature) =>
    (feature.routes ?? []).map((route) => {
      const name = `${route.method} ${route.path}`
      const kind = kindOf(features, route, stage)
      return { feature, route, name, open: (feature.open ?? []).includes(name), kind }
    }),
  )

/** Jonte's folder: those of the demonstration are other people's. */
const folderOf = (stage: Stage): string => String(stage.pieces[0]?.rows.get('bookmark')?.['folder_id'])

const searchOf = (stage: Stage): string => String(stage.pieces[0]?.rows.get('saved_match')?.['saved_search_id'])

/** What can be done in a room, by whichever feature. */
const roomEnds = (features: readonly Feature[]): string[] =>
  features
    .flatMap(({ routes = [] }) => routes.map(({ path }) => path))
    .filter((path) => path.startsWith('/rooms/:address'))
    .map((path) => path.slice('/rooms/:address'.length))

/** Where no contribution is meant: things of Kaiserslautern and its people, so that others' hands can be seen to miss them. */
const others = (stage: Stage, features: readonly Feature[]): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(
    ['', '/audience', '/ownership', '/deletion', '/removal'].map((end) => [`/bookmarks/:id${end}`, folderOf(stage)]),
  ),
  ...Object.fromEntries(
    ['', '/rhythm', '/look', '/deletion'].map((end) => [`/saved-searches/:id${end}`, searchOf(stage)]),
  ),
  // The network's draft of 2027.
  ...Object.fromEntries(
    ['', '/edit', '/simulation', '/simulation.csv', '/proposal', '/return', '/approval', '/discard'].map((end) => [
      `/fees/:id${end}`,
      '5',
    ]),
  ),
  ...Object.fromEntries(
    ['', '/statement.pdf', '/credit', '/credit/undoing', '/refund', '/hold', '/hold/end'].map((end) => [
      `/payments/members/:slug${end}`,
      'de-kaiserslautern',
    ]),
  ),
  ...invoiceAddresses,
  ...Object.fromEntries(roomEnds(features).map((end) => [`/rooms/:address${end}`, String(stage.audiences.room)])),
  '/members/:slug': 'at-graz',
  '/feeds/kinds/:file': 'practice.atom',
  '/feeds/concepts/:file': 'public-space.atom',
  '/feeds/countries/:file': 'de.atom',
  '/feeds/members/:file': 'at-graz.atom',
  '/members/:slug/double': 'at-graz',
  '/forums/:slug': 'forum-germany',
  '/forums/:slug/edit': 'forum-germany',
  '/people/:slug': 'jonte-pfalzgrafer',
  ...Object.fromEntries(
    [
      ...['', '/resignation', '/resignation/withdrawal', '/suspension', '/suspension/end', '/figure', '/renaming'],
      ...['/merger', '/split'],
    ].map((end) => [`/memberships/:slug${end}`, 'de-kaiserslautern']),
  ),
  '/my-city/colleagues/:id/coordination': String(stage.persons.colleague),
  '/my-city/colleagues/:id/coordination/end': String(stage.persons.colleague),
  '/my-city/colleagues/:id/departure': String(stage.persons.colleague),
})

const words: Readonly<Record<string, string>> = { ':name': 'plan.txt', ':step': 'coalition' }
const filled = (path: string, first: string): string =>
  path.replace(/:[a-z]+/i, first).replaceAll(/:[a-z]+/gi, (name) => words[name] ?? '1')

/** The address of this way for this piece. */
export function addressOf(way: Way, stage: Stage, features: readonly Feature[], piece?: Piece): string {
  const { path, method } = way.route
  if (piece === undefined) return filled(path, others(stage, features)[path] ?? '1')
  const kind = features.flatMap((feature) => feature.kinds ?? []).find((one) => one.kind === piece.kind)
  const page = kind?.path(piece.id, piece.title) ?? ''
  // The page itself under its full name; a shorter one is only sent on to it.
  if (method === 'GET' && segmentsOf(path).length === 2 && segmentsOf(path)[0] === segmentsOf(page)[0]) return page
  const row = piece.rows.get(tableIn(path, stage) ?? '')
  return filled(path, String(row?.['id'] ?? piece.id))
}
