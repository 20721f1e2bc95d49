// What happens if the bank's return of a payment is entered: shown before, and done in the same way.
import type { Cents } from '#kernel/money.ts'
import type { Db } from '#platform/db/database.ts'
import { type CreditPlan, planCredit } from './return-plan.ts'
import { listNeeds, listUses, restOnUnsent } from './store-credit.ts'
import type { Entry } from './store-entries.ts'
import { listReturnable } from './store-returns.ts'
import { listGivenTo, listUndoable } from './store-settlements.ts'

export interface ReturnPlan extends CreditPlan {
  /** What is taken back of the payment itself. */
  readonly settlements: readonly number[]
  /** A credit note that took back one of its invoices is not sent yet: it waits for that. */
  readonly unsentNote: boolean
}
export interface Returnable extends ReturnPlan {
  readonly entry: Entry
  /** Its invoices that are open again; those that a credit note took back are not. */
  readonly invoices: readonly { readonly number: string; readonly cents: Cents }[]
}

export async function gatherReturn(db: Db, entryId: number): Promise<ReturnPlan> {
  const settlements = await listUndoable(db, entryId)
  const [needs, uses, unsentNote] = await Promise.all([
    listNeeds(db, settlements),
    listUses(db, settlements),
    restOnUnsent(db, settlements),
  ])
  return { settlements, unsentNote, ...planCredit(needs, uses) }
}

export interface Returnables {
  readonly found: readonly Returnable[]
  /** There are more than these. */
  readonly more: boolean
  /** For which somebody looked. */
  readonly words: string
}

/** What this movement may have taken back, with all that would follow. */
export async function gatherReturnable(db: Db, reversal: Entry, words: string): Promise<Returnables> {
  const { found, more } = await listReturnable(db, reversal, words)
  const whole = found.map(async (entry): Promise<Returnable> => {
    const plan = await gatherReturn(db, entry.id)
    return { entry, ...plan, invoices: await listGivenTo(db, plan.settlements) }
  })
  return { found: await Promise.all(whole), more, words }
}
