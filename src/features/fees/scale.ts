// The noun: a scale on its way from draft to approval.
import type { Cents } from '#kernel/money.ts'
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
