// The list of polls: open ones first, those that wait for one's city marked.
import { tlpLabel } from '#kernel/audience.ts'
import { formatNumber, type Translate } from '#kernel/locale.ts'
import type { PageOf } from '#kernel/page.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { ActiveFilters, Facets, ResultLine } from '#ui/facets/facets.tsx'
import { ItemCard, ItemList } from '#ui/item-card/item-card.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import { memberPath } from '../../members/public.ts'
import type { PollListQuery } from '../inputs.ts'
import { newPollPath, pollPath, pollsPath } from '../paths.ts'
import { mayAskCities } from '../permissions.ts'
import { pollStates } from '../poll.ts'
import type { PollLine } from '../store-lists.ts'
import { lineWords, pollMark } from './poll-mark.ts'

export interface PollListProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly now: Date
  readonly query: PollListQuery
  readonly page: PageOf<PollLine>
}

const PollCard = ({ t, line, now }: { t: Translate; line: PollLine; now: Date }) => (
  <ItemCard
    t={t}
    title={line.title}
    href={pollPath(line.id, line.title)}
    lang={line.lang}
    summary={line.summary}
    state={pollMark(t, line, now)}
    tlp={tlpLabel(line.audienceKind)}
    city={{ name: line.organisationName, country: line.country, href: memberPath(line.organisationSlug) }}
    meta={lineWords(t, line, now)}
    concepts={line.concepts.map((slug) => ({ label: conceptLabel(slug, t.lang) }))}
  />
)

const listPath = ({ state, page }: PollListQuery): string => {
  const words = new URLSearchParams(state === undefined ? {} : { state })
  if (page > 1) words.append('page', String(page))
  return words.size === 0 ? pollsPath : `${pollsPath}?${words}`
}

const Results = ({ t, now, query, page }: PollListProps) => {
  const { state } = query
  const filters = state === undefined ? [] : [{ label: t(`polls.state-${state}`), href: pollsPath }]
  return (
    <div id="results">
      <ResultLine>{t('polls.count', { count: page.total, shown: formatNumber(t.lang, page.total) })}</ResultLine>
      <ActiveFilters t={t} filters={filters} clearHref={pollsPath} />
      {page.items.length === 0 ? (
        <EmptyState title={t('polls.none')} icon="list-ordered" />
      ) : (
        <ItemList label={t('polls.title')} items={page.items.map((line) => <PollCard t={t} line={line} now={now} />)} />
      )}
      <Pagination t={t} page={page} href={(number) => listPath({ state, page: number })} />
    </div>
  )
}

const filters = ({ t, query }: PollListProps) => (
  <Facets
    t={t}
    action={pollsPath}
    groups={[
      {
        name: 'state',
        label: t('polls.facet-state'),
        single: true,
        options: pollStates.map((value) => ({
          value,
          label: t(`polls.state-${value}`),
          checked: query.state === value,
        })),
      },
    ]}
  />
)

export const PollList = (props: PollListProps) => {
  const { t, viewer } = props
  const ask = mayAskCities(viewer) && (
    <ButtonLink href={newPollPath} tone="primary" icon="plus" shortcut="n">
      {t('polls.write-short')}
    </ButtonLink>
  )
  return (
    <>
      <PageTitle t={t} title={t('polls.title')} lead={t('polls.lead')} action={ask} />
      <PageBody before={filters(props)}>
        <Results {...props} />
      </PageBody>
    </>
  )
}
