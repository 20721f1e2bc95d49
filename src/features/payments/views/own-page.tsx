// What a member owes and paid, for whoever coordinates it.
import type { Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { FactsList } from '#ui/facts-list/facts-list.tsx'
import { ItemCard, ItemList } from '#ui/item-card/item-card.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import type { OpenItem } from '../open-items.ts'
import { invoicePath, ownAccountPath } from '../paths.ts'
import { balanceWords } from '../statement-words.ts'
import type { IssuerLine } from '../store-accounts.ts'
import type { Letter } from '../store-reminders.ts'
import { type AccountProps, AccountYear, Letters } from './account.tsx'
import { civil } from './words.tsx'

export const OwnPage = ({ t, issuers }: { readonly t: Translate; readonly issuers: readonly IssuerLine[] }) => (
  <>
    <PageTitle t={t} title={t('payments.own-title')} lead={t('payments.own-lead')} />
    {issuers.length === 0 ? (
      <EmptyState icon="table" title={t('payments.own-none')} />
    ) : (
      <ItemList
        label={t('payments.own-title')}
        items={issuers.map(({ issuer, name, balanceCents }) => (
          <ItemCard t={t} title={name} href={ownAccountPath(issuer)} summary={balanceWords(t, balanceCents)} />
        ))}
      />
    )}
  </>
)

export interface OwnAccountPageProps extends AccountProps {
  readonly seller: { readonly name: string; readonly iban: string; readonly bic: string; readonly bankName: string }
  readonly balanceCents: number
  readonly items: readonly OpenItem[]
  readonly letters: readonly Letter[]
}

const Open = ({ t, items }: OwnAccountPageProps) => (
  <Section title={t('payments.open-invoices')}>
    <DataTable
      t={t}
      caption={t('payments.open-invoices')}
      hideCaption
      columns={[
        { label: t('payments.column-invoice') },
        { label: t('payments.column-due') },
        { label: t('payments.column-open'), numeric: true },
      ]}
      rows={items.map(({ invoiceId, number, dueOn, openCents }) => [
        <a href={invoicePath(invoiceId)}>{number}</a>,
        civil(t, dueOn),
        formatMoney(t.lang, openCents),
      ])}
    />
  </Section>
)

const PayTo = ({ t, seller }: OwnAccountPageProps) => (
  <Section title={t('payments.pay')}>
    <FactsList
      facts={[
        { term: t('payments.fact-recipient'), value: seller.name },
        { term: t('payments.fact-iban'), value: seller.iban },
        { term: t('payments.fact-bic'), value: seller.bic },
        { term: t('payments.fact-bank'), value: seller.bankName },
      ]}
    />
  </Section>
)

export const OwnAccountPage = (props: OwnAccountPageProps) => {
  const { t, seller, balanceCents, items, letters } = props
  return (
    <>
      <PageTitle t={t} kind={t('payments.own-title')} title={seller.name} lead={balanceWords(t, balanceCents)} />
      <PageBody aside={<PayTo {...props} />}>
        {items.length > 0 && <Open {...props} />}
        <AccountYear {...props} />
        <Letters t={t} letters={letters} />
      </PageBody>
    </>
  )
}
