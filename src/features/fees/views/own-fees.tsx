// What one's own city pays and paid, with the steps of the calculation.
import { formatNumber, type Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { Section } from '#ui/page/page.tsx'
import { StateMark } from '#ui/state-mark/state-mark.tsx'
import type { Fee } from '../fee.ts'
import type { OwnFee } from '../own-fees.ts'
import { scalePath } from '../paths.ts'
import type { ForumName } from '../store-writing.ts'
import { Steps } from './steps.tsx'

export interface OwnFeesProps {
  readonly t: Translate
  readonly organisation: string
  readonly year: number
  readonly fees: readonly OwnFee[]
  readonly forums: readonly ForumName[]
  readonly issuerName: (forumId: number | null) => string
}

/** An amount that nobody published, of a scale made up for a demonstration. */
const isInvented = ({ scale, fee }: OwnFee): boolean =>
  scale.illustrative && (typeof fee === 'string' || !fee.bracket.source)

const Invented = ({ t, own }: { t: Translate; own: OwnFee }) =>
  isInvented(own) ? <StateMark label={t('fees.origin-invented')} tone="new" /> : null

const Computed = ({ t, fee, forums }: { t: Translate; fee: Fee; forums: readonly ForumName[] }) => (
  <>
    <p class="fee-own">{formatMoney(t.lang, fee.cents)}</p>
    <Steps t={t} steps={fee.steps} forums={forums} />
  </>
)

const Current = (props: OwnFeesProps & { own: OwnFee }) => {
  const { t, own, forums, issuerName } = props
  return (
    <Section title={issuerName(own.scale.forumId)} level={3}>
      <Invented t={t} own={own} />
      {typeof own.fee === 'string' ? (
        <p>{t(`fees.unplaced-${own.fee}`)}</p>
      ) : (
        <Computed t={t} fee={own.fee} forums={forums} />
      )}
      <p>
        <a href={scalePath(own.scale.id)}>{t('fees.by-scale', { year: String(own.scale.year) })}</a>
      </p>
    </Section>
  )
}

const rowOf = ({ t, forums, issuerName }: OwnFeesProps, own: OwnFee) => [
  String(own.scale.year),
  <a href={scalePath(own.scale.id)}>{issuerName(own.scale.forumId)}</a>,
  own.population === null ? '–' : formatNumber(t.lang, own.population),
  typeof own.fee === 'string' ? t(`fees.unplaced-${own.fee}`) : formatMoney(t.lang, own.fee.cents),
  <>
    <Invented t={t} own={own} />
    {typeof own.fee !== 'string' && (
      <details>
        <summary>{t('fees.how-of', { year: String(own.scale.year) })}</summary>
        <Steps t={t} steps={own.fee.steps} forums={forums} />
      </details>
    )}
  </>,
]

export const OwnFees = (props: OwnFeesProps) => {
  const { t, organisation, year, fees } = props
  const now = fees.filter(({ scale }) => scale.year === year)
  const others = fees.filter(({ scale }) => scale.year !== year)
  return (
    <>
      <Section title={t('fees.own', { organisation, year: String(year) })}>
        {now.length === 0 ? <p>{t('fees.own-none')}</p> : now.map((own) => <Current {...props} own={own} />)}
      </Section>
      {others.length > 0 && (
        <Section title={t('fees.own-years')}>
          <DataTable
            t={t}
            caption={t('fees.own-years')}
            hideCaption
            columns={[
              { label: t('fees.year') },
              { label: t('fees.issuer') },
              { label: t('fees.inhabitants'), numeric: true },
              { label: t('fees.amount'), numeric: true },
              { label: t('fees.how') },
            ]}
            rows={others.map((own) => rowOf(props, own))}
          />
        </Section>
      )}
    </>
  )
}
