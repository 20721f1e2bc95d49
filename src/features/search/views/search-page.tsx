// The search page: the box, what was found and why, and how to narrow it.
import type { Child } from 'hono/jsx'
import { formatDate, formatNumber, type Translate } from '#kernel/locale.ts'
import type { PageOf } from '#kernel/page.ts'
import { type ActiveFilter, ActiveFilters, type FacetGroup, Facets, ResultLine } from '#ui/facets/facets.tsx'
import { ItemList } from '#ui/item-card/item-card.tsx'
import { PageBody, PageTitle, Stack } from '#ui/page/page.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import type { FoundItem } from '../explain.ts'
import type { KindNames } from '../facet-groups.ts'
import type { Found } from '../find-documents.ts'
import type { SearchQuery } from '../inputs.ts'
import { changedPath, searchPath, wordsPath } from '../paths.ts'
import { languagesOf } from '../search-filters.ts'
import { ResultCard } from './result-card.tsx'
import { Fields, WayOn } from './way-on.tsx'

export interface SearchPageProps {
  readonly t: Translate
  readonly query: SearchQuery
  readonly found: Found
  readonly page: PageOf<FoundItem>
  readonly kinds: KindNames
  readonly groups: readonly FacetGroup[]
  readonly filters: readonly ActiveFilter[]
  /** What features hand to the page. */
  readonly above: Child[]
  readonly contributionKinds: { readonly has: (kind: string) => boolean }
  /** Contributions that are marked as new. */
  readonly fresh: ReadonlySet<number>
  /** Since when they are, if it is the last visit. */
  readonly since: Date | undefined
  /** What features hand to a search that found nothing, or to whoever has read to the last answer. */
  readonly waysOn: Child[]
}

const countOf = ({ t, query, found }: SearchPageProps): string => {
  const { total: count, more } = found
  const languages = languagesOf(found.facets, query)
  return t(more ? 'search.found-more' : 'search.found', { count, shown: formatNumber(t.lang, count), languages })
}

const DidYouMean = ({ t, words }: { t: Translate; words: string }) => (
  <p>
    {t('search.did-you-mean')} <a href={wordsPath(words)}>{words}</a>
  </p>
)

/** What speaks for a result beside its own reasons: the boosts, said once for all. */
const Order = ({ t }: { t: Translate }) => (
  <details class="behind">
    <summary>{t('search.order')}</summary>
    <p>{t('search.order-text')}</p>
  </details>
)

const Answers = (props: SearchPageProps) => {
  const { t, query, found, page, kinds, filters, fresh, contributionKinds } = props
  const isFresh = ({ kind, id }: FoundItem): boolean => contributionKinds.has(kind) && fresh.has(id)
  return (
    <div id="results">
      <ResultLine>{countOf(props)}</ResultLine>
      <ActiveFilters t={t} filters={filters} clearHref={wordsPath(query.q)} />
      <Stack>
        {props.above}
        {props.since !== undefined && <p>{t('search.new-since', { date: formatDate(t.lang, props.since) })}</p>}
        {found.didYouMean !== undefined && <DidYouMean t={t} words={found.didYouMean} />}
        {page.items.length === 0 ? (
          <WayOn t={t} query={query} found={found} waysOn={props.waysOn} />
        ) : (
          <ItemList
            items={page.items.map((item) => <ResultCard t={t} item={item} kinds={kinds} fresh={isFresh(item)} />)}
          />
        )}
      </Stack>
      <Stack>
        <Pagination t={t} page={page} href={(number) => changedPath(query, { page: number })} />
        {page.items.length > 0 && query.q !== '' && <Order t={t} />}
        {page.items.length > 0 && props.waysOn}
      </Stack>
    </div>
  )
}

/** Without words it is a place to begin; with them, the words themselves are the title. */
const Head = ({ t, query, filters }: SearchPageProps) => {
  if (query.q !== '') return <PageTitle t={t} title={t('search.quoted', { word: query.q })} />
  return (
    <>
      <PageTitle t={t} title={t('search.title')} lead={t('search.lead')} />
      {filters.length === 0 && <Fields t={t} />}
    </>
  )
}

export const SearchPage = (props: SearchPageProps) => {
  const { t, query, groups } = props
  const hidden = { q: query.q === '' ? undefined : query.q }
  const canNarrow = groups.some(({ options }) => options.length > 0)
  return (
    <Stack>
      <Head {...props} />
      <PageBody before={canNarrow && <Facets t={t} action={searchPath} groups={groups} hidden={hidden} />}>
        <Answers {...props} />
      </PageBody>
    </Stack>
  )
}
