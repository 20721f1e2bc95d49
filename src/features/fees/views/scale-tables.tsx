// What a scale says, to be read: a table for each kind of member, the first year, what is passed on.
import { formatNumber, type Translate } from '#kernel/locale.ts'
import { type Cents, formatMoney } from '#kernel/money.ts'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Section, Stack } from '#ui/page/page.tsx'
import type { MemberKind } from '../../memberships/public.ts'
import { memberKinds } from '../fee.ts'
import { amountOf, type DraftBracket, type Scale } from '../scale.ts'
import type { ForumName } from '../store-writing.ts'
import { bracketName } from './bracket-name.ts'

export type ReadScale = Pick<Scale, 'brackets' | 'firstYear' | 'shares' | 'illustrative'>
export interface ScaleTablesProps {
  readonly t: Translate
  readonly scale: ReadScale
  readonly forums: readonly ForumName[]
}

const money = (t: Translate, cents: Cents | null): string => (cents === null ? '–' : formatMoney(t.lang, cents))

const amount = (t: Translate, row: DraftBracket): string => {
  const cents = amountOf(row)
  if (cents === null || row.basis === 'flat') return money(t, cents)
  return t('fees.per-thousand', { amount: formatMoney(t.lang, cents) })
}

const origin = (t: Translate, { source }: DraftBracket): string =>
  source ? t('fees.origin-known', { source }) : t('fees.origin-invented')

/** Limits have columns only where there are any, and the origin where some of it is made up. */
const Kind = ({
  t,
  kind,
  rows,
  illustrative,
}: {
  t: Translate
  kind: MemberKind
  rows: readonly DraftBracket[]
  illustrative: boolean
}) => {
  const limited = rows.some(({ minimumCents, maximumCents }) => minimumCents !== null || maximumCents !== null)
  return (
    <DataTable
      t={t}
      caption={t(`fees.kind-${kind}`)}
      columns={[
        { label: t('fees.inhabitants') },
        { label: t('fees.amount'), numeric: true },
        ...(limited
          ? [
              { label: t('fees.minimum'), numeric: true },
              { label: t('fees.maximum'), numeric: true },
            ]
          : []),
        ...(illustrative ? [{ label: t('fees.origin') }] : []),
      ]}
      rows={rows.map((row) => [
        bracketName(t, row),
        amount(t, row),
        ...(limited ? [money(t, row.minimumCents), money(t, row.maximumCents)] : []),
        ...(illustrative ? [origin(t, row)] : []),
      ])}
    />
  )
}

export const IllustrativeNotice = ({ t }: { readonly t: Translate }) => (
  <Notice tone="warning" title={t('fees.illustrative')}>
    <p>{t('fees.illustrative-text')}</p>
  </Notice>
)

const percent = (t: Translate, rate: number): string => formatNumber(t.lang, rate / 100)

const Shares = ({ t, scale, forums }: ScaleTablesProps) =>
  scale.shares.length === 0 ? null : (
    <Section title={t('fees.shares')}>
      <p>{t('fees.shares-text')}</p>
      <ul>
        {scale.shares.map(({ forumId, rate }) => (
          <li>
            {t('fees.share-of', {
              forum: forums.find(({ id }) => id === forumId)?.name ?? '',
              percent: percent(t, rate),
            })}
          </li>
        ))}
      </ul>
    </Section>
  )

export const ScaleTables = (props: ScaleTablesProps) => {
  const { t, scale } = props
  return (
    <>
      {scale.illustrative && <IllustrativeNotice t={t} />}
      <Stack>
        {memberKinds.map((kind) => {
          const rows = scale.brackets.filter(({ memberKind }) => memberKind === kind)
          return rows.length === 0 ? null : <Kind t={t} kind={kind} rows={rows} illustrative={scale.illustrative} />
        })}
      </Stack>
      <Section title={t('fees.first-year')}>
        <p>{t(`fees.first-year-${scale.firstYear}`)}</p>
      </Section>
      <Shares {...props} />
    </>
  )
}
