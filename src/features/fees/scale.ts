// The noun: a scale on its way from draft to approval.
import { type Cents, partOf } from '#kernel/money.ts'
import type { Bracket, FeeScale } from './fee.ts'

export type ScaleState = 'draft' | 'proposed' | 'approved' | 'discarded'
export type Decision = 'proposed' | 'returned' | 'approved' | 'discarded'

/** A row of a draft: its ends and amounts may be missing yet. */
export interface DraftBracket extends Omit<Bracket, 'from'> {
  readonly from: number | null
}

/** A scale in any state, as its issuer's office works on it. */
export interface Scale extends Omit<FeeScale, 'brackets'> {
  readonly version: number
  readonly state: ScaleState
  /** Counts savings: whoever saves an older one is told. */
  readonly revision: number
  readonly approvedAt: Date | null
  /** Who proposed it last; known to the issuer's office only. */
  readonly proposedBy: number | null
  readonly brackets: readonly DraftBracket[]
}

/** The amount in its one column: flat, or for 1,000 inhabitants. */
export const amountOf = ({ basis, flatCents, perThousandCents }: DraftBracket): Cents | null =>
  basis === 'flat' ? flatCents : perThousandCents

/** To calculate with a draft: rows without a lower end hold nobody. */
export const calculable = (scale: Scale): FeeScale => ({
  ...scale,
  brackets: scale.brackets.filter((one): one is Bracket => one.from !== null && amountOf(one) !== null),
})

/** Up or down by hundredths of a percent, half up to the cent; whole euros only for what is paid as it stands there. */
export function indexed(bracket: DraftBracket, percent: number, wholeEuros: boolean): DraftBracket {
  const raised = (cents: Cents | null): Cents | null => (cents === null ? null : partOf(cents, 10_000 + percent))
  const paid = (cents: Cents | null): Cents | null => {
    const exact = raised(cents)
    return exact === null || !wholeEuros ? exact : Math.floor((exact + 50) / 100) * 100
  }
  return {
    ...bracket,
    flatCents: paid(bracket.flatCents),
    perThousandCents: raised(bracket.perThousandCents),
    minimumCents: paid(bracket.minimumCents),
    maximumCents: paid(bracket.maximumCents),
    // Published was the old amount.
    source: '',
  }
}

/** As much as a column of the table holds, in cents. */
export const mostCents = 100_000_000_000
export const mostPerThousand = 1_000_000_000

/** Every amount can be kept. */
export const isKeepable = ({ flatCents, perThousandCents, minimumCents, maximumCents }: DraftBracket): boolean =>
  [flatCents, minimumCents, maximumCents].every((cents) => (cents ?? 0) <= mostCents) &&
  (perThousandCents ?? 0) <= mostPerThousand

/** Of each issuer and year the version that counts; scales come with the highest version first. */
export const validOf = (scales: readonly Scale[]): Scale[] =>
  scales
    .filter(({ state }) => state === 'approved')
    .filter(
      (scale, index, approved) =>
        approved.findIndex(({ forumId, year }) => forumId === scale.forumId && year === scale.year) === index,
    )
