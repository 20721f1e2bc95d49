// Sums of a run by country and by class, beside those of last year, and what is passed on to forums.
import { countryName, formatNumber, type Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { Section } from '#ui/page/page.tsx'
import { bracketName } from '../bracket-name.ts'
import type { Sum } from '../preview.ts'

export interface PreviewSumsProps {
  readonly t: Translate
  readonly byCountry: readonly Sum[]
  /** By kind of member and bracket, as `bracketKey` says. */
  readonly byClass: readonly Sum[]
  readonly byForum: readonly { readonly name: string; readonly cents: number }[]
}

const className = (t: Translate, key: string): string => {
  const [kind = '', from = '', to = ''] = key.split(' ')
  if (kind === '') return t('invoices.no-class')
  return `${t(`invoices.member-${kind}`)}, ${bracketName(t, Number(from), to === '' ? null : Number(to))}`
}

const SumTable = (props: {
  t: Translate
  title: string
  what: string
  sums: readonly Sum[]
  nameOf: (key: string) => string
}) => (
  <DataTable
    t={props.t}
    caption={props.title}
    columns={[
      { label: props.what },
      { label: props.t('invoices.members'), numeric: true },
      { label: props.t('invoices.sum'), numeric: true },
      { label: props.t('invoices.last-year'), numeric: true },
    ]}
    rows={props.sums.map(({ key, count, cents, lastCents }) => [
      props.nameOf(key),
      formatNumber(props.t.lang, count),
      formatMoney(props.t.lang, cents),
      formatMoney(props.t.lang, lastCents),
    ])}
  />
)

export const PreviewSums = ({ t, byCountry, byClass, byForum }: PreviewSumsProps) => (
  <Section title={t('invoices.sums')}>
    <SumTable
      t={t}
      title={t('invoices.by-country')}
      what={t('invoices.country')}
      sums={byCountry}
      nameOf={(code) => countryName(t.lang, code)}
    />
    <SumTable
      t={t}
      title={t('invoices.by-class')}
      what={t('invoices.class')}
      sums={byClass}
      nameOf={(key) => className(t, key)}
    />
    {byForum.length > 0 && (
      <DataTable
        t={t}
        caption={t('invoices.by-forum')}
        columns={[{ label: t('invoices.forum') }, { label: t('invoices.share'), numeric: true }]}
        rows={byForum.map(({ name, cents }) => [name, formatMoney(t.lang, cents)])}
      />
    )}
  </Section>
)
