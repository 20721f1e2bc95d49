// What one member pays and paid: each year for which a valid scale is known, with the reasons.
import type { ChargeableMember } from '../memberships/public.ts'
import { type Fee, type FeeScale, feeFor } from './fee.ts'

export interface OwnFee {
  readonly scale: Pick<FeeScale, 'id' | 'forumId' | 'year' | 'illustrative'>
  readonly population: number | null
  readonly populationYear: number | null
  readonly fee: Fee | 'no-bracket' | 'no-population'
}

/** Undefined where it was no member of the issuer in that year. */
export function ownFee(scale: FeeScale, member: ChargeableMember | undefined): OwnFee | undefined {
  if (member === undefined) return undefined
  const { population, populationYear } = member
  return { scale, population, populationYear, fee: feeFor(scale, member) }
}
