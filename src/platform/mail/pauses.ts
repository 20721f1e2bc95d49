// Addresses to which nothing is sent for now, because mails to them came back or were refused for good.
import { oneLine } from '#kernel/one-line.ts'
import type { Db } from '../db/database.ts'
import type { MailTables } from './tables.ts'

const mostSaid = 300
/** What another server said: one line of at most 300 characters. */
export const saidOf = (answer: string): string => oneLine(answer).slice(0, mostSaid)

/**
 * From now on nothing goes to this address but what its owner needs to come in. `reason` is what was said of it, for its
 * owner and the office to read. Paused already, it stays so since when it was, for the newest reason.
 */
export async function pauseAddress(system: Db, email: string, reason: string, now: Date): Promise<void> {
  const said = saidOf(reason)
  await system
    .withTables<MailTables>()
    .insertInto('paused_address')
    .values({ email: email.toLowerCase(), reason: said, paused_at: now })
    .onConflict((conflict) => conflict.column('email').doUpdateSet({ reason: said }))
    .execute()
}
