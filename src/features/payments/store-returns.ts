// Which payment the bank may have taken back.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import { type Entry, entries } from './store-entries.ts'

/** Each with all that would follow from it; more are found by words. */
const most = 8

export interface Candidates {
  readonly found: readonly Entry[]
  readonly more: boolean
}

const squeezed = (text: string): string => text.toLowerCase().replaceAll(/\s/g, '')

/**
 * The same amount, before it, and not returned yet: from the same account or name first, then the latest. `words`: only those
 * with them in the name, the account, the text or the reference.
 */
export async function listReturnable(db: Db, reversal: Entry, words: string): Promise<Candidates> {
  const found = await entries(db)
    .where(sql<boolean>`e.cents = ${-(reversal.cents ?? 0)} and e.booked_on <= ${reversal.bookedOn}::date`)
    .where(
      sql<boolean>`e.issuer_id is not distinct from (select r.issuer_id from bank_entry r where r.id = ${reversal.id})`,
    )
    .where(
      sql<boolean>`coalesce((select sum(m.cents) from settlement m where m.entry_id = e.id and m.into_what = 'returned'), 0) = 0`,
    )
    .where(
      sql<boolean>`strpos(regexp_replace(lower(concat(e.name, e.iban, e.text, e.reference)), '\\s', '', 'g'), ${squeezed(words)}) > 0`,
    )
    .orderBy(
      sql`(e.iban <> '' and e.iban = ${reversal.iban}) or (e.name <> '' and lower(e.name) = lower(${reversal.name}))`,
      'desc',
    )
    .orderBy('e.booked_on', 'desc')
    .orderBy('e.id', 'desc')
    .limit(most + 1)
    .execute()
  return { found: found.slice(0, most), more: found.length > most }
}
