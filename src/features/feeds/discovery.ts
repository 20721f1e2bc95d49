// Which feed belongs to a page, by its address: so that no page needs to know of feeds.
import type { ContributionKind, Feature } from '#platform/feature.ts'
import type { FeedAbout } from './feed.ts'
import { feedPath } from './paths.ts'

/** `/practices`, for the kind of practices. */
const listPathOf = ({ path }: ContributionKind): string => `/${path(1, 'x').split('/')[1]}`

/** Kinds whose pages visitors may open; of all others nothing is public. */
export const publicKinds = (features: readonly Feature[]): ContributionKind[] =>
  features.flatMap(({ kinds = [], open = [] }) =>
    kinds.filter((kind) => open.includes(`GET ${listPathOf(kind)}/:address`)),
  )

function feedAbout(path: string, features: readonly Feature[]): FeedAbout | undefined {
  if (path === '/' || path === '/feeds') return { by: 'all' }
  const [, first, value, more] = path.split('/')
  if (more !== undefined) return undefined
  if (value !== undefined && first === 'members') return { by: 'members', value }
  if (value !== undefined && first === 'thesaurus') return { by: 'concepts', value }
  const kind = value === undefined ? publicKinds(features).find((one) => listPathOf(one) === path) : undefined
  return kind === undefined ? undefined : { by: 'kinds', value: kind.kind }
}

/** The address of the feed for the head of a page, in the language in which the page is read; undefined where there is none. */
export function feedOf(path: string, features: readonly Feature[], lang: string): string | undefined {
  const about = feedAbout(path, features)
  return about === undefined ? undefined : feedPath(about, lang)
}
