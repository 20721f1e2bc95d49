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
import { activeFilters, facetGroups, listPath, unfiltered } from '../facet-groups.ts'
import type { PracticeListQuery } from '../inputs.ts'
import { newPracticePath, practicesPath } from '../paths.ts'
import type { ChosenPractice } from '../store-comparing.ts'
import type { PracticeFacets, PracticeLine } from '../store-lists.ts'
import { Choice, ChoosingBar } from './choosing.tsx'
import { PracticeCard } from './practice-card.tsx'

export interface PracticeListProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly query: PracticeListQuery
  readonly page: PageOf<PracticeLine>
  readonly facets: PracticeFacets
  /** Which of them came since the last visit, and when that was. */
  readonly fresh: ReadonlySet<number>
  readonly lastVisit: Date | undefined
  /** Chosen to be compared, on this page or another. */
  readonly chosen: readonly ChosenPractice[]
  /** What other features hand to the list. */
  readonly tools: Child[]
}

const Results = ({ t, query, page, chosen, fresh, lastVisit }: PracticeListProps) => {
  const isChosen = (id: number): boolean => chosen.some((one) => one.id === id)
  const card = (line: PracticeLine) => (
    <PracticeCard
      t={t}
      line={line}
      fresh={fresh.has(line.id)}
      action={<Choice t={t} id={line.id} title={line.title} checked={isChosen(line.id)} />}
    />
  )
  return (
    <div id="results" class="choosing" data-choosing="">
      <ResultLine>{t('practices.count', { count: page.total, shown: formatNumber(t.lang, page.total) })}</ResultLine>
      <ActiveFilters t={t} filters={activeFilters(t, query, lastVisit)} clearHref={unfiltered(query)} />
      {page.items.length === 0 ? (
        <EmptyState title={t('practices.none')} text={t('practices.none-text')} icon="library" />
      ) : (
        <ItemList label={t('practices.title')} items={page.items.map(card)} />
      )}
      {(page.items.length > 0 || chosen.length > 0) && (
        <ChoosingBar t={t} kept={chosen.filter(({ id }) => page.items.every((line) => line.id !== id))} />
      )}
      <div data-choice-carried="">
        <Pagination t={t} page={page} href={(number) => listPath(query, { page: number })} />
      </div>
    </div>
  )
}

export const PracticeList = (props: PracticeListProps) => {
  const { t, viewer, query, facets, tools, lastVisit } = props
  return (
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
      <PageBody
        before={
          <Facets
            t={t}
            action={practicesPath}
            groups={facetGroups(t, facets, query, lastVisit)}
            hidden={{ practice: query.practice }}
          />
        }
      >
        <Results {...props} />
      </PageBody>
    </>
  )
}
