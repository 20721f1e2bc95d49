// What a member pays by a scale, and why: whole cents, rounded once, every step told.
import { type Cents, partOf } from '#kernel/money.ts'
import type { MemberKind } from '../memberships/public.ts'

export const memberKinds: readonly MemberKind[] = ['municipality', 'association', 'region']
export const bases = ['flat', 'per-head'] as const
export type Basis = (typeof bases)[number]
export const firstYears = ['full', 'half-from-july', 'by-month'] as const
export type FirstYear = (typeof firstYears)[number]

export interface Bracket {
  readonly memberKind: MemberKind
  /** Inhabitants; both ends belong to the bracket, null is an open end. */
  readonly from: number
  readonly to: number | null
  readonly basis: Basis
  readonly flatCents: Cents | null
  /** For 1,000 inhabitants, but exact to the head. */
  readonly perThousandCents: Cents | null
  readonly minimumCents: Cents | null
  readonly maximumCents: Cents | null
  /** Where the amount was published; empty where it was nowhere. */
  readonly source?: string
}

export interface FeeScale {
  readonly id: number
  /** Null: the network's. */
  readonly forumId: number | null
  readonly year: number
  readonly brackets: readonly Bracket[]
  /** Of a member that begins after 1 January of the year: all of it, half from 1 July on, or a twelfth for each month begun. */
  readonly firstYear: FirstYear
  /** Per forum, hundredths of a percent of the fee that are passed on to it. */
  readonly shares: readonly { readonly forumId: number; readonly rate: number }[]
  /** Made up for a demonstration, but for brackets that name a source. */
  readonly illustrative: boolean
}

/** Who pays. `beginsOn` is a civil day, `YYYY-MM-DD`. */
export interface Payer {
  readonly kind: MemberKind
  readonly population: number | null
  readonly beginsOn: string
  readonly forums: readonly { readonly id: number }[]
}

/** One step of the calculation, in the order in which they are taken; told to people by views/steps.tsx. */
export type FeeStep =
  | { readonly step: 'bracket'; readonly population: number; readonly from: number; readonly to: number | null }
  | { readonly step: 'flat'; readonly cents: Cents }
  | { readonly step: 'per-head'; readonly perThousandCents: Cents; readonly population: number }
  | { readonly step: 'minimum' | 'maximum'; readonly cents: Cents }
  | { readonly step: 'half'; readonly beginsOn: string }
  | { readonly step: 'months'; readonly beginsOn: string; readonly months: number }
  /** Only where there was a fraction of a cent; always the last before the shares. */
  | { readonly step: 'rounded'; readonly cents: Cents }
  | { readonly step: 'share'; readonly forumId: number; readonly rate: number; readonly cents: Cents }

export interface Fee {
  readonly cents: Cents
  readonly bracket: Bracket
  readonly steps: readonly FeeStep[]
  /** What of the fee is passed on; never more than the fee together, what is left is the issuer's. */
  readonly shares: readonly { readonly forumId: number; readonly cents: Cents }[]
}

/** An exact amount: cents as a fraction. */
interface Exact {
  readonly over: bigint
  readonly under: bigint
}
const times = ({ over, under }: Exact, factor: number, divisor: number): Exact => ({
  over: over * BigInt(factor),
  under: under * BigInt(divisor),
})
/** Half up; amounts are never below nothing. */
const roundHalfUp = ({ over, under }: Exact): Cents => Number((2n * over + under) / (2n * under))

const holds = ({ from, to }: Bracket, population: number): boolean =>
  population >= from && (to === null || population <= to)

interface Stage {
  readonly amount: Exact
  readonly steps: readonly FeeStep[]
}

/** The minimum is asked last: where both cannot be kept (validation refuses it), it holds, and nobody larger pays less. */
function perHead(bracket: Bracket, population: number): Stage {
  const perThousandCents = bracket.perThousandCents ?? 0
  const exact = { over: BigInt(perThousandCents) * BigInt(population), under: 1000n }
  const capped = limited(exact, 'maximum', bracket.maximumCents)
  const floored = limited(capped.amount, 'minimum', bracket.minimumCents)
  return {
    amount: floored.amount,
    steps: [{ step: 'per-head', perThousandCents, population }, ...capped.steps, ...floored.steps],
  }
}

function limited(amount: Exact, step: 'minimum' | 'maximum', cents: Cents | null): Stage {
  if (cents === null) return { amount, steps: [] }
  const limit = BigInt(cents) * amount.under
  const within = step === 'minimum' ? amount.over >= limit : amount.over <= limit
  return within ? { amount, steps: [] } : { amount: { over: BigInt(cents), under: 1n }, steps: [{ step, cents }] }
}

function wholeYear(bracket: Bracket, population: number): Stage {
  if (bracket.basis === 'per-head') return perHead(bracket, population)
  const cents = bracket.flatCents ?? 0
  return { amount: { over: BigInt(cents), under: 1n }, steps: [{ step: 'flat', cents }] }
}

/** The rule for the first year counts in the scale's own year only. */
function firstYear({ amount, steps }: Stage, scale: Pick<FeeScale, 'firstYear' | 'year'>, beginsOn: string): Stage {
  const month = Number(beginsOn.slice(5, 7))
  if (Number(beginsOn.slice(0, 4)) !== scale.year || beginsOn.endsWith('-01-01')) return { amount, steps }
  if (scale.firstYear === 'half-from-july' && month >= 7)
    return { amount: times(amount, 1, 2), steps: [...steps, { step: 'half', beginsOn }] }
  const months = 13 - month
  if (scale.firstYear === 'by-month' && months < 12)
    return { amount: times(amount, months, 12), steps: [...steps, { step: 'months', beginsOn, months }] }
  return { amount, steps }
}

/** In the order of the scale; a forum gets at most what those before it have left. */
function sharesOf(cents: Cents, scale: Pick<FeeScale, 'shares'>, forums: Payer['forums']) {
  const own = scale.shares.filter(({ forumId }) => forums.some(({ id }) => id === forumId))
  let left = cents
  return own.map(({ forumId, rate }) => {
    const share = Math.min(left, partOf(cents, rate))
    left -= share
    return { forumId, rate, cents: share }
  })
}

/**
 * The fee of a member for the year of the scale, pure and exact: the same again, whenever it is computed. A number of
 * inhabitants that no bracket of its kind holds gives `no-bracket`, an unknown one `no-population`.
 */
export function feeFor(scale: FeeScale, member: Payer): Fee | 'no-bracket' | 'no-population' {
  const { kind, population, beginsOn, forums } = member
  if (population === null) return 'no-population'
  const bracket = scale.brackets.find((one) => one.memberKind === kind && holds(one, population))
  if (bracket === undefined) return 'no-bracket'
  const { amount, steps } = firstYear(wholeYear(bracket, population), scale, beginsOn)
  const cents = roundHalfUp(amount)
  const shares = sharesOf(cents, scale, forums)
  const exact = amount.over % amount.under === 0n
  return {
    cents,
    bracket,
    steps: [
      { step: 'bracket', population, from: bracket.from, to: bracket.to },
      ...steps,
      ...(exact ? [] : [{ step: 'rounded', cents } as const]),
      ...shares.map((share): FeeStep => ({ step: 'share', ...share })),
    ],
    shares: shares.map(({ forumId, cents: passedOn }) => ({ forumId, cents: passedOn })),
  }
}
