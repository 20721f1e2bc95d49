// What happens if the bank's return of a payment is entered: shown before, and done in the same way.
import type { Cents } from '#kernel/money.ts'
import type { Db } from '#platform/db/database.ts'
import { type CreditPlan, planCredit } from './return-plan.ts'
import { listNeeds, listUses } from './store-credit.ts'
import { type Entry, listReturnable } from './store-entries.ts'
import { listGivenTo, listUndoable } from './store-settlements.ts'

export interface ReturnPlan extends CreditPlan {
  /** What is taken back of the payment itself. */
  readonly settlements: readonly number[]
}
export interface Returnable extends ReturnPlan {
  readonly entry: Entry
  /** Its invoices that are open again; those that a credit note took back are not. */
  readonly invoices: readonly { readonly number: string; readonly cents: Cents }[]
}

export async function gatherReturn(db: Db, entryId: number): Promise<ReturnPlan> {
  const settlements = await listUndoable(db, entryId)
  const [needs, uses] = await Promise.all([listNeeds(db, settlements), listUses(db, settlements)])
  return { settlements, ...planCredit(needs, uses) }
}

/** What this movement may have taken back, with all that would follow. */
export async function gatherReturnable(db: Db, reversal: Entry): Promise<Returnable[]> {
  const entries = await listReturnable(db, reversal)
  return Promise.all(
    entries.map(async (entry) => {
      const plan = await gatherReturn(db, entry.id)
      return { entry, ...plan, invoices: await listGivenTo(db, plan.settlements) }
    }),
  )
}
