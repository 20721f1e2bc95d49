// The list of practices with its filters.
import type { Child } from 'hono/jsx'
import { formatNumber, type Translate } from '#kernel/locale.ts'
import type { PageOf } from '#kernel/page.ts'
import { isSignedIn, type Viewer } from '#kernel/viewer.ts'
import { ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { ActiveFilters, Facets, ResultLine } from '#ui/facets/facets.tsx'
import { ItemList } from '#ui/item-card/item-card.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import { activeFilters, facetGroups, listPath } from '../facet-groups.ts'
import type { PracticeListQuery } from '../inputs.ts'
import { newPracticePath, practicesPath } from '../paths.ts'
import type { PracticeFacets, PracticeLine } from '../store-lists.ts'
import { PracticeCard } from './practice-card.tsx'

export interface PracticeListProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly query: PracticeListQuery
  readonly page: PageOf<PracticeLine>
  readonly facets: PracticeFacets
  /** What other features hand to the list. */
  readonly tools: Child[]
}

export const PracticeList = ({ t, viewer, query, page, facets, tools }: PracticeListProps) => (
  <>
    <PageTitle
      t={t}
      title={t('practices.title')}
      lead={t('practices.lead')}
      action={
        <ButtonRow>
          {isSignedIn(viewer) && (
            <ButtonLink href={newPracticePath} tone="primary" icon="plus">
              {t('practices.write')}
            </ButtonLink>
          )}
          {tools}
        </ButtonRow>
      }
    />
    <PageBody before={<Facets t={t} action={practicesPath} groups={facetGroups(t, facets, query)} />}>
      <div id="results">
        <ResultLine>{t('practices.count', { count: page.total, shown: formatNumber(t.lang, page.total) })}</ResultLine>
        <ActiveFilters t={t} filters={activeFilters(t, query)} clearHref={practicesPath} />
        {page.items.length === 0 ? (
          <EmptyState title={t('practices.none')} text={t('practices.none-text')} icon="library" />
        ) : (
          <ItemList label={t('practices.title')} items={page.items.map((line) => <PracticeCard t={t} line={line} />)} />
        )}
        <Pagination t={t} page={page} href={(number) => listPath(query, { page: number })} />
      </div>
    </PageBody>
  </>
)
