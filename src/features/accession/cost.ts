// What membership costs a city of this size, with the steps of the calculation as sentences.
import { dayOf, formatNumber, type Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import type { FeeScale, FeeStep } from '../fees/public.ts'
import { feeFor } from '../fees/public.ts'
import { type Accession, latest, type MemberKind, usualEffectiveDay } from './accession.ts'

export interface Cost {
  /** Of the scale. */
  readonly year: number
  /** Formatted, of a whole year. */
  readonly amount: string
  readonly steps: readonly string[]
  /** The scale is made up, but for what names a source. */
  readonly illustrative: boolean
}

const sentenceOf = (t: Translate, step: FeeStep): string | undefined => {
  const count = (value: number): string => formatNumber(t.lang, value)
  const money = (cents: number): string => formatMoney(t.lang, cents)
  switch (step.step) {
    case 'bracket': {
      const values = { population: count(step.population), from: count(step.from), to: count(step.to ?? 0) }
      return t(step.to === null ? 'accession.step-bracket-open' : 'accession.step-bracket', values)
    }
    case 'flat':
      return t('accession.step-flat', { amount: money(step.cents) })
    case 'per-head':
      return t('accession.step-per-head', { amount: money(step.perThousandCents), population: count(step.population) })
    case 'minimum':
    case 'maximum':
      return t(`accession.step-${step.step}`, { amount: money(step.cents) })
    case 'rounded':
      return t('accession.step-rounded', { amount: money(step.cents) })
    default:
      // How a first year is reduced and what is passed on to a forum is not what a whole year costs.
      return undefined
  }
}

/** The first year of membership: as it was decided, else the one that it would be if it were decided now. */
export const yearOf = (file: Pick<Accession, 'steps'>, now: Date): number =>
  Number((latest(file, 'effective')?.day ?? usualEffectiveDay(dayOf(now))).slice(0, 4))

/** Undefined where no scale is approved, or none of its brackets holds this number of inhabitants. */
export function costOf(
  t: Translate,
  scale: FeeScale | undefined,
  member: { readonly kind: MemberKind; readonly population: number },
): Cost | undefined {
  if (scale === undefined) return undefined
  const fee = feeFor(scale, { ...member, beginsOn: `${scale.year}-01-01`, forums: [] })
  if (typeof fee === 'string') return undefined
  const steps = fee.steps.map((step) => sentenceOf(t, step)).filter((one) => one !== undefined)
  const illustrative = scale.illustrative && !fee.bracket.source
  return { year: scale.year, amount: formatMoney(t.lang, fee.cents), steps, illustrative }
}
