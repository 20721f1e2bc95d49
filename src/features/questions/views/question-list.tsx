// The list of questions with its filters, newest first.
import type { Child } from 'hono/jsx'
import { tlpLabel } from '#kernel/audience.ts'
import { formatDate, formatNumber, type Translate } from '#kernel/locale.ts'
import type { PageOf } from '#kernel/page.ts'
import { isSignedIn, type Viewer } from '#kernel/viewer.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import { ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { ActiveFilters, type FacetGroup, Facets, ResultLine } from '#ui/facets/facets.tsx'
import { ItemCard, ItemList } from '#ui/item-card/item-card.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import { memberPath } from '../../members/public.ts'
import { activeFilters, listPath } from '../facet-groups.ts'
import type { QuestionListQuery } from '../inputs.ts'
import { askPath, questionPath, questionsPath } from '../paths.ts'
import { mayAsk } from '../permissions.ts'
import type { QuestionLine } from '../store-lists.ts'
import { questionMark } from './question-mark.ts'

export interface QuestionListProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly query: QuestionListQuery
  readonly page: PageOf<QuestionLine>
  readonly groups: readonly FacetGroup[]
  /** A button, for whoever is signed in. */
  readonly watch: Child | undefined
}

const QuestionCard = ({ t, line }: { t: Translate; line: QuestionLine }) => (
  <ItemCard
    t={t}
    title={line.title}
    href={questionPath(line.id, line.title)}
    lang={line.lang}
    summary={line.summary}
    state={questionMark(t, line)}
    tlp={line.audienceKind === 'public' ? undefined : tlpLabel(line.audienceKind)}
    city={{ name: line.organisationName, country: line.country, href: memberPath(line.organisationSlug) }}
    meta={[formatDate(t.lang, line.publishedAt), t('questions.replies', { count: line.replies })]}
    concepts={line.concepts.map((slug) => ({
      label: conceptLabel(slug, t.lang),
      href: `${questionsPath}?concept=${slug}`,
    }))}
  />
)

const Results = ({ t, query, page }: QuestionListProps) => {
  const filters = activeFilters(t, query)
  const none = filters.length === 0 ? 'questions.none' : 'questions.none-narrowed'
  return (
    <div id="results">
      <ResultLine>{t('questions.count', { count: page.total, shown: formatNumber(t.lang, page.total) })}</ResultLine>
      <ActiveFilters t={t} filters={filters} clearHref={questionsPath} />
      {page.items.length === 0 ? (
        <EmptyState title={t(none)} icon="message-square" />
      ) : (
        <ItemList label={t('questions.title')} items={page.items.map((line) => <QuestionCard t={t} line={line} />)} />
      )}
      <Pagination t={t} page={page} href={(number) => listPath(query, { page: number })} />
    </div>
  )
}

/** Most questions are for member cities: whoever is not signed in should not take what they see for all there is. */
const SignIn = ({ t }: { t: Translate }) => (
  <Notice tone="info">
    <p>
      {t('questions.visitor-text')} <a href={`/sign-in?next=${questionsPath}`}>{t('questions.sign-in')}</a>
    </p>
  </Notice>
)

export const QuestionList = (props: QuestionListProps) => {
  const { t, viewer, groups, watch } = props
  const ask = mayAsk(viewer) && (
    <ButtonLink href={askPath('')} tone="primary" icon="plus" shortcut="n">
      {t('questions.write-short')}
    </ButtonLink>
  )
  const canNarrow = groups.some(({ options }) => options.length > 0)
  return (
    <>
      <PageTitle
        t={t}
        title={t('questions.title')}
        lead={t('questions.lead')}
        action={
          <ButtonRow>
            {ask}
            {watch}
          </ButtonRow>
        }
      />
      <PageBody before={canNarrow && <Facets t={t} action={questionsPath} groups={groups} />}>
        {!isSignedIn(viewer) && <SignIn t={t} />}
        <Results {...props} />
      </PageBody>
    </>
  )
}
