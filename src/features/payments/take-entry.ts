// What every decision about an entry begins and ends with: the books held, the database's count respected, the fact.
import { type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { issuerOf, keepsBooks } from './permissions.ts'
import { type Entry, getEntry } from './store-entries.ts'
import { isShort } from './store-settlements.ts'
import { lockBooks } from './store-statements.ts'

export type SettleRefusal = 'no-longer-fits'

/** The database counts once more; what does not add up is an answer, not a break. */
export const unlessShort = async <Value, Code extends string>(
  work: Promise<Outcome<Value, Code>>,
): Promise<Outcome<Value, Code | SettleRefusal>> =>
  work.catch((error: unknown) => {
    if (isShort(error)) return refused('no-longer-fits')
    throw error
  })

/** The entry within reach, with the books held for this transaction. */
export async function takeEntry(db: Db, viewer: SignedIn, id: number | undefined): Promise<Entry> {
  if (!keepsBooks(viewer)) throw forbidden()
  await lockBooks(db, issuerOf(viewer))
  return getEntry(db, id)
}

export const recordPayment = (db: Db, viewer: SignedIn, name: string, entry: Entry): Promise<void> =>
  recordFact(db, { name, actor: viewer.person, data: { entry: entry.id } })
