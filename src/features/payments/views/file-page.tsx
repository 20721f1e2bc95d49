// A statement with its entries and what has become of each.
import type { Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import type { PageOf } from '#kernel/page.ts'
import { PostButton } from '#ui/button/button.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { FactsList } from '#ui/facts-list/facts-list.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageTitle, Section, Stack } from '#ui/page/page.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import { entryPath, filePath, matchingPath } from '../paths.ts'
import type { Entry } from '../store-entries.ts'
import { amountOf, civil, EntryMark } from './words.tsx'

export interface StatementLine {
  readonly number: string
  readonly iban: string
  readonly openingCents: number | null
  readonly closingCents: number | null
  readonly gapCents: number | null
  readonly leftOut: number
  readonly known: number
}
export interface FilePageProps {
  readonly t: Translate
  readonly file: { readonly id: number; readonly name: string }
  readonly statements: readonly StatementLine[]
  readonly page: PageOf<Entry>
}

const money = (t: Translate, cents: number | null) => (cents === null ? undefined : formatMoney(t.lang, cents))

const About = ({ t, statement }: { readonly t: Translate; readonly statement: StatementLine }) => (
  <Stack>
    <FactsList
      inline
      facts={[
        { term: t('payments.fact-number'), value: statement.number },
        { term: t('payments.fact-account'), value: statement.iban },
        { term: t('payments.opening'), value: money(t, statement.openingCents) },
        { term: t('payments.closing'), value: money(t, statement.closingCents) },
      ]}
    />
    {statement.gapCents !== null && statement.gapCents !== 0 && (
      <Notice tone="warning">{t('payments.gap', { amount: formatMoney(t.lang, statement.gapCents) })}</Notice>
    )}
    {statement.leftOut > 0 && <Notice tone="warning">{t('payments.left-out', { count: statement.leftOut })}</Notice>}
    {statement.known > 0 && <Notice>{t('payments.known', { count: statement.known })}</Notice>}
  </Stack>
)

const Entries = ({ t, page }: FilePageProps) => (
  <DataTable
    t={t}
    caption={t('payments.entries')}
    hideCaption
    columns={[
      { label: t('payments.column-payer') },
      { label: t('payments.column-day') },
      { label: t('payments.column-text') },
      { label: t('payments.column-amount'), numeric: true },
      { label: t('payments.column-state') },
    ]}
    rows={page.items.map((entry) => [
      <a href={entryPath(entry.id)}>{entry.name || t('payments.nameless')}</a>,
      civil(t, entry.bookedOn),
      entry.text,
      amountOf(t, entry),
      <EntryMark t={t} state={entry.state} />,
    ])}
  />
)

export const FilePage = (props: FilePageProps) => {
  const { t, file, statements, page } = props
  const isOpen = page.items.some(({ state }) => state === 'open' || state === 'partly')
  return (
    <>
      <PageTitle
        t={t}
        kind={t('payments.statement')}
        title={file.name}
        lead={t('payments.entries-count', { count: page.total })}
        action={isOpen && <PostButton action={matchingPath}>{t('payments.match-again')}</PostButton>}
      />
      <Stack>
        {statements.map((statement) => (
          <About t={t} statement={statement} />
        ))}
        <Section title={t('payments.entries')}>
          <Entries {...props} />
          <Pagination t={t} page={page} href={(number) => filePath(file.id, number)} />
        </Section>
      </Stack>
    </>
  )
}
