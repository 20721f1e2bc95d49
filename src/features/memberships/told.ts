// What an act would do, as it is told before anybody says yes; and the seal by which the yes is known to mean exactly that.
import { sha256 } from '#platform/identity/token.ts'
import type { Change } from './membership.ts'

export interface Told {
  /** What will happen, beside what changes about memberships. */
  readonly sentences: readonly string[]
  readonly changes: readonly Change[]
  /** Address names of organisations that it enters in the register: done once already, they would be others. */
  readonly founded: readonly string[]
}

/** Whatever would read otherwise has another seal. No secret: it guards against what happened meanwhile, not against anybody. */
export const sealOf = ({ sentences, changes, founded }: Told): string =>
  sha256(JSON.stringify([sentences, changes, founded]))
