// What was done in the name of the city, newest first.
import type { Child } from 'hono/jsx'
import { tlpLabel } from '#kernel/audience.ts'
import { formatMoment, type Translate } from '#kernel/locale.ts'
import type { PageOf } from '#kernel/page.ts'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { PageTitle } from '#ui/page/page.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import { historyPagePath } from '../paths.ts'
import type { HistoryEntry } from '../store.ts'

export interface HistoryPageProps {
  readonly t: Translate
  readonly page: PageOf<HistoryEntry>
  readonly sentenceOf: (name: string) => string
  readonly hrefOf: (contribution: NonNullable<HistoryEntry['contribution']>) => string | undefined
}

const whatOf = ({ audiences }: HistoryEntry, sentence: string): string =>
  audiences === undefined ? sentence : `${sentence}: ${tlpLabel(audiences.from)} → ${tlpLabel(audiences.to)}`

const aboutOf = (entry: HistoryEntry, hrefOf: HistoryPageProps['hrefOf']): Child => {
  const href = entry.contribution && hrefOf(entry.contribution)
  return href === undefined ? entry.person : <a href={href}>{entry.contribution?.title}</a>
}

const rowOf = ({ t, sentenceOf, hrefOf }: HistoryPageProps, entry: HistoryEntry): Child[] => [
  formatMoment(t.lang, entry.at),
  whatOf(entry, sentenceOf(entry.name)),
  aboutOf(entry, hrefOf),
  entry.by === undefined ? entry.organisationName : `${entry.by}, ${entry.organisationName}`,
]

export const HistoryPage = (props: HistoryPageProps) => {
  const { t, page } = props
  const labels = ['when', 'what', 'about', 'who'].map((name) => ({ label: t(`history.${name}`) }))
  return (
    <>
      <PageTitle t={t} title={t('history.title')} lead={t('history.lead')} />
      {page.items.length === 0 ? (
        <EmptyState icon="history" title={t('history.empty')} />
      ) : (
        <DataTable
          t={t}
          caption={t('history.title')}
          hideCaption
          columns={labels}
          rows={page.items.map((entry) => rowOf(props, entry))}
        />
      )}
      <Pagination t={t} page={page} href={historyPagePath} />
    </>
  )
}
