// What is open with this issuer, by age; and what it owes its members.
import type { Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import type { PageOf } from '#kernel/page.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { PageTitle, Section, Stack } from '#ui/page/page.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import { type Age, ageOf, type OpenItem } from '../open-items.ts'
import { accountPath, invoicePath, openItemsCsvPath, openItemsPath } from '../paths.ts'
import type { UnsentNote } from '../store-credit.ts'
import { MemberCredits } from './member-credits.tsx'
import { UnsentNotes } from './unsent-notes.tsx'
import { civil, OfficeLinks } from './words.tsx'

export interface OpenItemsPageProps {
  readonly t: Translate
  readonly today: string
  readonly page: PageOf<OpenItem>
  readonly sums: readonly { readonly age: Age; readonly count: number; readonly cents: number }[]
  readonly notes: readonly UnsentNote[]
  readonly credits: readonly { readonly slug: string; readonly name: string; readonly cents: number }[]
}

const Ages = ({ t, sums }: OpenItemsPageProps) => (
  <DataTable
    t={t}
    caption={t('payments.by-age')}
    hideCaption
    columns={[
      { label: t('payments.column-age') },
      { label: t('payments.column-invoices'), numeric: true },
      { label: t('payments.column-open'), numeric: true },
    ]}
    rows={[
      ...sums.map(({ age, count, cents }) => [t(`payments.age-${age}`), count, formatMoney(t.lang, cents)]),
      [
        <strong>{t('payments.sum')}</strong>,
        sums.reduce((all, { count }) => all + count, 0),
        <strong>
          {formatMoney(
            t.lang,
            sums.reduce((all, { cents }) => all + cents, 0),
          )}
        </strong>,
      ],
    ]}
  />
)

const stepOf = (t: Translate, { step, held }: OpenItem): string =>
  held !== null ? t('payments.held', { reason: held }) : step > 0 ? t(`payments.step-${step}`) : ''

const Items = ({ t, page, today }: OpenItemsPageProps) => (
  <DataTable
    t={t}
    caption={t('payments.open-items')}
    hideCaption
    columns={[
      { label: t('payments.column-member') },
      { label: t('payments.column-invoice') },
      { label: t('payments.column-due') },
      { label: t('payments.column-age') },
      { label: t('payments.column-open'), numeric: true },
      { label: t('payments.column-reminder') },
    ]}
    rows={page.items.map((item) => [
      <a href={accountPath(item.slug)}>{item.name}</a>,
      <a href={invoicePath(item.invoiceId)}>{item.number}</a>,
      civil(t, item.dueOn),
      t(`payments.age-${ageOf(item.dueOn, today)}`),
      formatMoney(t.lang, item.openCents),
      stepOf(t, item),
    ])}
  />
)

export const OpenItemsPage = (props: OpenItemsPageProps) => {
  const { t, page, notes, credits } = props
  return (
    <>
      <PageTitle
        t={t}
        title={t('payments.open-items')}
        lead={t('payments.open-items-lead')}
        action={<ButtonLink href={openItemsCsvPath}>{t('payments.as-csv')}</ButtonLink>}
      />
      <Stack>
        <OfficeLinks t={t} here="open-items" />
        <UnsentNotes t={t} notes={notes} />
        <Section title={t('payments.by-age')}>
          <Ages {...props} />
        </Section>
        <Section title={t('payments.open-invoices')}>
          {page.total === 0 ? (
            <EmptyState icon="circle-check" title={t('payments.nothing-open')} />
          ) : (
            <Items {...props} />
          )}
          <Pagination t={t} page={page} href={(number) => `${openItemsPath}?page=${number}`} />
        </Section>
        <MemberCredits t={t} credits={credits} />
      </Stack>
    </>
  )
}
