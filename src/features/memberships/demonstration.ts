// The demonstration's memberships: everybody in the register belongs since a day that nobody knows, unless a source says.
import type { LoadDemonstration } from '#platform/feature.ts'
import { adoptRegister } from './store-days.ts'

/** Illustrative: the pages that name the members are dated from 2006 to 2022. */
const longAgo = '2015-01-01'

/** A second time changes nothing. */
export const loadMemberships: LoadDemonstration = async ({ system }) => {
  await adoptRegister(system, longAgo)
}
