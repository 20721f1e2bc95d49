// The list of practices with its filters.
import { countryName, formatNumber, languageName, type Translate } from '#kernel/locale.ts'
import type { PageOf } from '#kernel/page.ts'
import { isSignedIn, type Viewer } from '#kernel/viewer.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { ActiveFilters, type FacetGroup, Facets } from '#ui/facets/facets.tsx'
import { ItemList } from '#ui/item-card/item-card.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import type { PracticeListQuery } from '../inputs.ts'
import { newPracticePath, practicesPath } from '../paths.ts'
import type { Counted, PracticeFacets, PracticeLine } from '../store-lists.ts'
import { PracticeCard } from './practice-card.tsx'

export interface PracticeListProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly query: PracticeListQuery
  readonly page: PageOf<PracticeLine>
  readonly facets: PracticeFacets
}

const facetNames = ['concept', 'country', 'language', 'evidence'] as const
type FacetName = (typeof facetNames)[number]

const labelOf = (t: Translate, name: FacetName, value: string): string => {
  if (name === 'concept') return conceptLabel(value, t.lang)
  if (name === 'country') return countryName(t.lang, value)
  if (name === 'language') return languageName(t.lang, value)
  return t(`practices.evidence-short-${value}`)
}

const inOrder = (name: FacetName, counts: readonly Counted[]): Counted[] =>
  [...counts].sort((one, other) =>
    name === 'evidence' ? Number(other.value) - Number(one.value) : other.count - one.count,
  )

const groupsOf = ({ t, query, facets }: PracticeListProps): FacetGroup[] =>
  facetNames.map((name) => ({
    name,
    label: t(`practices.facet-${name}`),
    options: inOrder(name, facets[name]).map(({ value, count }) => ({
      value,
      count,
      label: labelOf(t, name, value),
      checked: query[name].includes(value),
    })),
  }))

/** The same list with some of the query changed; the page starts anew unless it is what changes. */
const addressOf = (query: PracticeListQuery, change: Partial<PracticeListQuery>): string => {
  const next = { ...query, page: 1, ...change }
  const pairs = facetNames.flatMap((name) => next[name].map((value) => [name, value]))
  const search = new URLSearchParams(next.page > 1 ? [...pairs, ['page', String(next.page)]] : pairs).toString()
  return search === '' ? practicesPath : `${practicesPath}?${search}`
}

const filtersOf = ({ t, query }: PracticeListProps) =>
  facetNames.flatMap((name) =>
    query[name].map((value) => ({
      label: labelOf(t, name, value),
      href: addressOf(query, { [name]: query[name].filter((other) => other !== value) }),
    })),
  )

export const PracticeList = (props: PracticeListProps) => {
  const { t, viewer, query, page } = props
  return (
    <>
      <PageTitle
        t={t}
        title={t('practices.title')}
        lead={t('practices.lead')}
        action={
          isSignedIn(viewer) && (
            <ButtonLink href={newPracticePath} tone="primary" icon="plus">
              {t('practices.write')}
            </ButtonLink>
          )
        }
      />
      <PageBody before={<Facets t={t} action={practicesPath} groups={groupsOf(props)} />}>
        <div id="results">
          <p class="list-count" role="status">
            {t('practices.count', { count: page.total, shown: formatNumber(t.lang, page.total) })}
          </p>
          <ActiveFilters t={t} filters={filtersOf(props)} clearHref={practicesPath} />
          {page.items.length === 0 ? (
            <EmptyState title={t('practices.none')} text={t('practices.none-text')} icon="library" />
          ) : (
            <ItemList
              label={t('practices.title')}
              items={page.items.map((line) => <PracticeCard t={t} line={line} />)}
            />
          )}
          <Pagination t={t} page={page} href={(number) => addressOf(query, { page: number })} />
        </div>
      </PageBody>
    </>
  )
}
