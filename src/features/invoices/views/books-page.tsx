// The office's place: the years, and all invoices to look through.
import { formatNumber, type Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import { ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import type { ListQuery } from '../inputs.ts'
import { deliveryStates } from '../invoice.ts'
import { invoicesPath, issuerPath, sharesPath, withQuery, yearPath } from '../paths.ts'
import type { ListedInvoices, YearOfBooks } from '../store-entries.ts'
import { BookYears } from './book-years.tsx'
import { FilterForm } from './filter-form.tsx'
import { InvoiceTable } from './invoice-table.tsx'

export interface BooksPageProps {
  readonly t: Translate
  /** Undefined: nothing was entered yet. */
  readonly issuerName: string | undefined
  readonly years: readonly YearOfBooks[]
  /** For which a run can be looked at; they may have no invoice yet. */
  readonly runYears: readonly number[]
  readonly hasShares: boolean
  readonly query: ListQuery
  readonly page: ListedInvoices
}

const filterOf = ({ t, query, years }: BooksPageProps) => (
  <FilterForm
    t={t}
    action={invoicesPath}
    words={query.q}
    wordsLabel={t('invoices.words')}
    choices={[
      {
        ...{ name: 'year', label: t('invoices.year'), value: query.year },
        options: years.map(({ year }) => ({ value: String(year), label: String(year) })),
      },
      {
        ...{ name: 'kind', label: t('invoices.kind'), value: query.kind },
        options: ['invoice', 'credit-note'].map((kind) => ({ value: kind, label: t(`invoices.kind-${kind}`) })),
      },
      {
        ...{ name: 'state', label: t('invoices.state'), value: query.state },
        options: deliveryStates.map((state) => ({ value: state, label: t(`invoices.state-${state}`) })),
      },
    ]}
  />
)

const List = (props: BooksPageProps) => {
  const { t, query, page } = props
  return (
    <Section title={t('invoices.all-invoices')}>
      {filterOf(props)}
      <p>
        {t('invoices.found', {
          count: page.total,
          shown: formatNumber(t.lang, page.total),
          sum: formatMoney(t.lang, page.cents),
        })}
      </p>
      {page.items.length > 0 && <InvoiceTable t={t} caption={t('invoices.all-invoices')} lines={page.items} />}
      <Pagination t={t} page={page} href={(number) => withQuery(invoicesPath, { ...query, page: number })} />
    </Section>
  )
}

const Places = ({ t, runYears, hasShares }: BooksPageProps) => (
  <ButtonRow>
    {runYears.map((year) => (
      <ButtonLink href={yearPath(year)} icon="table">
        {t('invoices.run-of', { year: String(year) })}
      </ButtonLink>
    ))}
    <ButtonLink href={issuerPath} icon="settings" tone="quiet">
      {t('invoices.issuer')}
    </ButtonLink>
    {hasShares && (
      <ButtonLink href={sharesPath} icon="handshake" tone="quiet">
        {t('invoices.shares')}
      </ButtonLink>
    )}
  </ButtonRow>
)

export const BooksPage = (props: BooksPageProps) => {
  const { t, issuerName, years } = props
  return (
    <>
      <PageTitle t={t} kind={issuerName} title={t('invoices.title')} lead={t('invoices.lead')} />
      <PageBody>
        <Places {...props} />
        {years.length === 0 ? (
          <EmptyState icon="file-text" title={t('invoices.no-invoices')} text={t('invoices.no-invoices-text')} />
        ) : (
          <>
            <Section title={t('invoices.years')}>
              <BookYears t={t} years={years} />
            </Section>
            <List {...props} />
          </>
        )}
      </PageBody>
    </>
  )
}
