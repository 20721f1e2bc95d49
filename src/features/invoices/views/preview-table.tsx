// The members of a run, line by line: what each is charged, what it was last year, why it differs, and what is missing.
import type { Child } from 'hono/jsx'
import { countryName, formatNumber, type Translate } from '#kernel/locale.ts'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { StateMark } from '#ui/state-mark/state-mark.tsx'
import { bracketName } from '../bracket-name.ts'
import { billingPath, invoicePath, memberPath } from '../paths.ts'
import type { LineState, PreviewLine } from '../preview.ts'
import { changeInMoney, moneyOrNothing } from './words.ts'

const tones: Record<LineState, 'calm' | 'new' | 'done' | 'danger'> = {
  ready: 'calm',
  missing: 'danger',
  made: 'done',
  'taken-back': 'new',
  free: 'calm',
  ended: 'calm',
}

/** What can be mended leads to where. */
const Missing = ({ t, line }: { t: Translate; line: PreviewLine }) => (
  <>
    {line.missing.map((missing) => {
      const words = t(`invoices.missing-${missing}`)
      const isAddress = missing === 'billing' || missing === 'leitweg-id'
      return <span>{isAddress ? <a href={billingPath(line.slug)}>{words}</a> : words}</span>
    })}
  </>
)

const State = ({ t, line }: { t: Translate; line: PreviewLine }) => (
  <span class="invoice-mark">
    <StateMark label={t(`invoices.line-${line.state}`)} tone={tones[line.state]} />
    {line.invoice && <a href={invoicePath(line.invoice.id)}>{line.invoice.number}</a>}
    <Missing t={t} line={line} />
  </span>
)

/** Inhabitants and class; what the first year takes off. */
const Basis = ({ t, line }: { t: Translate; line: PreviewLine }) => {
  const { member, fee } = line
  if (member === null || member.population === null) return <>{t('invoices.none')}</>
  const reduced = fee?.steps.some(({ step }) => step === 'half' || step === 'months') ?? false
  return (
    <>
      {t('invoices.inhabitants', { count: member.population, shown: formatNumber(t.lang, member.population) })}
      {fee && <span class="invoice-note">{bracketName(t, fee.bracket.from, fee.bracket.to)}</span>}
      {reduced && <span class="invoice-note">{t('invoices.reduced')}</span>}
    </>
  )
}

const differenceOf = (t: Translate, { cents, lastCents }: PreviewLine): string =>
  cents === null && lastCents === null ? t('invoices.none') : changeInMoney(t, (cents ?? 0) - (lastCents ?? 0))

const rowOf = (t: Translate, line: PreviewLine): Child[] => [
  <a href={memberPath(line.slug)}>{line.name}</a>,
  countryName(t.lang, line.country),
  <Basis t={t} line={line} />,
  moneyOrNothing(t, line.cents),
  moneyOrNothing(t, line.lastCents),
  differenceOf(t, line),
  line.reasons.map((reason) => t(`invoices.reason-${reason}`)).join(', '),
  <State t={t} line={line} />,
]

export const PreviewTable = ({ t, lines }: { readonly t: Translate; readonly lines: readonly PreviewLine[] }) => (
  <DataTable
    t={t}
    caption={t('invoices.preview-table')}
    hideCaption
    columns={[
      { label: t('invoices.member') },
      { label: t('invoices.country') },
      { label: t('invoices.class') },
      { label: t('invoices.fee'), numeric: true },
      { label: t('invoices.last-year'), numeric: true },
      { label: t('invoices.difference'), numeric: true },
      { label: t('invoices.reason') },
      { label: t('invoices.state') },
    ]}
    rows={lines.map((line) => rowOf(t, line))}
  />
)
