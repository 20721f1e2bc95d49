// A page of invoices as a table: the office's list, and what a city was sent.
import type { Child } from 'hono/jsx'
import { countryName, type Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { StateMark } from '#ui/state-mark/state-mark.tsx'
import { invoicePath } from '../paths.ts'
import type { InvoiceLine } from '../store-entries.ts'
import { deliveryMark, writtenDay } from './words.ts'

export interface InvoiceTableProps {
  readonly t: Translate
  readonly caption: string
  readonly lines: readonly InvoiceLine[]
  /** A city's own: who sent it stands in the place of to whom it went. */
  readonly own?: boolean
}

const Marks = ({ t, line, own }: { t: Translate; line: InvoiceLine; own: boolean }) => (
  <>
    {!own && <StateMark {...deliveryMark(t, line.state)} />}
    {line.takenBack && <StateMark label={t('invoices.taken-back')} tone="danger" />}
  </>
)

const rowOf = ({ t, own = false }: InvoiceTableProps, line: InvoiceLine, marked: boolean): Child[] => [
  <a href={invoicePath(line.id)}>{line.number}</a>,
  t(`invoices.kind-${line.kind}`),
  own ? line.issuerName : `${line.name} (${countryName(t.lang, line.country)})`,
  writtenDay(t, line.issuedOn),
  formatMoney(t.lang, line.totalCents),
  ...(marked ? [<Marks t={t} line={line} own={own} />] : []),
]

export const InvoiceTable = (props: InvoiceTableProps) => {
  const { t, caption, lines, own = false } = props
  const marked = !own || lines.some(({ takenBack }) => takenBack)
  return (
    <DataTable
      t={t}
      caption={caption}
      hideCaption
      columns={[
        { label: t('invoices.number') },
        { label: t('invoices.kind') },
        { label: t(own ? 'invoices.from' : 'invoices.member') },
        { label: t('invoices.issued-on') },
        { label: t('invoices.amount'), numeric: true },
        ...(marked ? [{ label: t('invoices.state') }] : []),
      ]}
      rows={lines.map((line) => rowOf(props, line, marked))}
    />
  )
}
