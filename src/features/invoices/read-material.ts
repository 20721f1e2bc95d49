// What a run is computed from, read together: the scale, the members, their addresses, what was charged this year and last.
import type { Db } from '#platform/db/database.ts'
import { findApprovedScale } from '../fees/public.ts'
import { listChargeable } from '../memberships/public.ts'
import type { Issuer } from './issuer.ts'
import type { Material } from './preview.ts'
import { findIssuer, listBillings } from './store-issuer.ts'
import { listCharged } from './store-run.ts'

/** What there is none of yet, or all of it. */
export async function readMaterial(
  db: Db,
  issuer: number | null,
  year: number,
): Promise<'no-issuer' | 'no-scale' | { readonly seller: Issuer; readonly material: Material }> {
  const [seller, scale, members, billings, thisYear, lastYear] = await Promise.all([
    findIssuer(db, issuer),
    findApprovedScale(db, issuer, year),
    listChargeable(db, issuer, year),
    listBillings(db),
    listCharged(db, issuer, year),
    listCharged(db, issuer, year - 1),
  ])
  if (scale === undefined) return 'no-scale'
  if (seller === undefined) return 'no-issuer'
  return { seller, material: { year, scale, members, billings, thisYear, lastYear } }
}
