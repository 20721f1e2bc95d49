// The search page: the box, what was found and why, and how to narrow it.
import { formatNumber, type Translate } from '#kernel/locale.ts'
import type { PageOf } from '#kernel/page.ts'
import { type ActiveFilter, ActiveFilters, type FacetGroup, Facets, ResultLine } from '#ui/facets/facets.tsx'
import { ItemList } from '#ui/item-card/item-card.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import { SearchBox } from '#ui/search-box/search-box.tsx'
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
}

const countOf = ({ t, query, found }: SearchPageProps): string => {
  const { total: count, more } = found
  const languages = languagesOf(found.facets, query)
  return t(more ? 'search.count-more' : 'search.count', { count, shown: formatNumber(t.lang, count), languages })
}

const DidYouMean = ({ t, words }: { t: Translate; words: string }) => (
  <p class="did-you-mean">
    {t('search.did-you-mean')} <a href={wordsPath(words)}>{words}</a>
  </p>
)

const Answers = (props: SearchPageProps) => {
  const { t, query, found, page, kinds, filters } = props
  return (
    <div id="results">
      <ResultLine>{countOf(props)}</ResultLine>
      {found.didYouMean !== undefined && <DidYouMean t={t} words={found.didYouMean} />}
      <ActiveFilters t={t} filters={filters} clearHref={wordsPath(query.q)} />
      {page.items.length === 0 ? (
        <WayOn t={t} query={query} found={found} />
      ) : (
        <ItemList items={page.items.map((item) => <ResultCard t={t} item={item} kinds={kinds} />)} />
      )}
      <Pagination t={t} page={page} href={(number) => changedPath(query, { page: number })} />
    </div>
  )
}

export const SearchPage = (props: SearchPageProps) => {
  const { t, query, groups, filters } = props
  const beginning = query.q === '' && filters.length === 0
  const facets = (
    <Facets t={t} action={searchPath} groups={groups} hidden={{ q: query.q === '' ? undefined : query.q }} />
  )
  return (
    <>
      <PageTitle t={t} title={t('search.title')} lead={t('search.lead')} />
      <SearchBox t={t} id="words" text={query.q} large />
      {beginning && <Fields t={t} title={t('search.fields')} />}
      <PageBody before={facets}>
        <Answers {...props} />
      </PageBody>
    </>
  )
}
