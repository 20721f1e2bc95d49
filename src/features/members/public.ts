// The front door: what neighbours may use of the register.
import { type SizeClass, sizeClassOf } from './member.ts'

export { memberName } from './member.ts'
export { memberPath, membersPath } from './paths.ts'

/** `from-100000` for 100,000 to 249,999 inhabitants; undefined where the number is unknown. Words: `members.size-<band>`. */
export const populationBand = (population: number | null): SizeClass | undefined => sizeClassOf(population)

export { findMember } from './store.ts'
