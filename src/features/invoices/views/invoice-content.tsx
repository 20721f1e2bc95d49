// What an invoice says, as facts on its page: who, to whom, what for, how much, until when, and how the fee came about.
import { countryName, formatNumber, type Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import { type Party, sumsOf } from '#platform/invoicing/content.ts'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { FactsList } from '#ui/facts-list/facts-list.tsx'
import { Section } from '#ui/page/page.tsx'
import { FeeSteps } from '../../fees/public.tsx'
import type { InvoiceInFull } from '../store.ts'
import { writtenDay } from './words.ts'

export interface InvoiceContentTableProps {
  readonly t: Translate
  readonly invoice: InvoiceInFull
  /** Undefined for the member. */
  readonly forums: readonly { readonly id: number; readonly name: string }[] | undefined
}

const addressOf = (t: Translate, party: Party): string =>
  [
    party.legalName,
    party.street,
    party.street2 ?? '',
    `${party.postcode} ${party.city}`,
    countryName(t.lang, party.country),
  ]
    .filter((line) => line !== '')
    .join(', ')

function factsOf({ t, invoice }: InvoiceContentTableProps) {
  const { content } = invoice
  const { seller, buyer } = content
  return [
    { term: t('invoices.from'), value: addressOf(t, seller) },
    { term: t('invoices.to'), value: <span lang={content.lang}>{addressOf(t, buyer)}</span> },
    { term: t('invoices.issued-on'), value: writtenDay(t, content.issuedOn) },
    { term: t('invoices.due-on'), value: invoice.kind === 'invoice' ? writtenDay(t, content.dueOn) : null },
    { term: t('invoices.period'), value: `${writtenDay(t, content.periodFrom)} – ${writtenDay(t, content.periodTo)}` },
    { term: t('invoices.buyer-reference'), value: buyer.reference },
    { term: t('invoices.payment-reference'), value: content.paymentReference },
    { term: t('invoices.iban'), value: seller.iban },
    { term: t('invoices.note'), value: content.note && <span lang={content.lang}>{content.note}</span> },
  ]
}

/** The figure that counted for the year, with its source: so that any year can be computed again. */
const basisFacts = (t: Translate, { population, populationYear, populationSource }: InvoiceInFull['basis']) => [
  { term: t('invoices.population'), value: population === null ? null : formatNumber(t.lang, population) },
  {
    term: t('invoices.population-source'),
    value: [populationYear === null ? '' : String(populationYear), populationSource]
      .filter((text) => text !== '')
      .join(', '),
  },
]

const Basis = ({ t, invoice, forums }: InvoiceContentTableProps) => {
  const { basis } = invoice
  // What is passed on is between the issuer and the forum.
  const steps = forums === undefined ? basis.steps.filter(({ step }) => step !== 'share') : basis.steps
  return (
    <Section title={t('invoices.basis')}>
      <FactsList facts={basisFacts(t, basis)} />
      <FeeSteps t={t} steps={steps} forums={forums ?? []} />
    </Section>
  )
}

export const InvoiceContentTable = (props: InvoiceContentTableProps) => {
  const { t, invoice } = props
  const { lines, tax, totalCents, lang } = invoice.content
  const { taxCents } = sumsOf(lines, tax)
  const foreign = lang === t.lang ? undefined : lang
  return (
    <>
      <Section title={t('invoices.content')}>
        <FactsList facts={factsOf(props)} />
        <DataTable
          t={t}
          caption={t('invoices.lines')}
          columns={[
            { label: t('invoices.line') },
            { label: t('invoices.description') },
            { label: t('invoices.amount'), numeric: true },
          ]}
          rows={[
            ...lines.map((line) => [
              <span lang={foreign}>{line.name}</span>,
              <span lang={foreign}>{line.description}</span>,
              formatMoney(t.lang, line.cents),
            ]),
            [
              t('invoices.tax'),
              tax.exemptionReason ?? t(`invoices.tax-${tax.category.toLowerCase()}`),
              formatMoney(t.lang, taxCents),
            ],
            [t('invoices.total'), '', <strong>{formatMoney(t.lang, totalCents)}</strong>],
          ]}
        />
      </Section>
      <Basis {...props} />
    </>
  )
}
