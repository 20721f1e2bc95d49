// The years of the books: how many, how much, what is not sent yet, and their files.
import type { Child } from 'hono/jsx'
import { formatNumber, type Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { archivePath, journalPath, yearPath } from '../paths.ts'
import type { YearOfBooks } from '../store-entries.ts'

const yearRow = (t: Translate, year: YearOfBooks): Child[] => [
  <a href={yearPath(year.year)}>{String(year.year)}</a>,
  formatNumber(t.lang, year.invoices),
  formatNumber(t.lang, year.creditNotes),
  formatMoney(t.lang, year.cents),
  year.unreleased === 0 ? '' : t('invoices.not-sent-count', { count: year.unreleased }),
  <>
    <a href={journalPath(year.year)}>{t('invoices.journal')}</a> ·{' '}
    <a href={archivePath(year.year)}>{t('invoices.zip')}</a>
  </>,
]

export const BookYears = ({ t, years }: { readonly t: Translate; readonly years: readonly YearOfBooks[] }) => (
  <DataTable
    t={t}
    caption={t('invoices.years')}
    hideCaption
    columns={[
      { label: t('invoices.year') },
      { label: t('invoices.invoices'), numeric: true },
      { label: t('invoices.credit-notes'), numeric: true },
      { label: t('invoices.sum'), numeric: true },
      { label: t('invoices.to-do') },
      { label: t('invoices.files') },
    ]}
    rows={years.map((year) => yearRow(t, year))}
  />
)
