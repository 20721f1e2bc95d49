// What the schedules write and delete, as the system.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import { noteVisits } from '#trunk/visits.ts'
import type { AccountTables } from './tables.ts'

/** `uses`: digest of a session's or a token's secret → when it was last used. */
export async function keepUses(system: Db, uses: ReadonlyMap<string, Date>): Promise<void> {
  if (uses.size === 0) return
  const list = JSON.stringify([...uses].map(([hash, at]) => ({ hash, at })))
  const noted = sql`json_to_recordset(${list}::json) as noted(hash text, at timestamptz)`
  await sql`update session set seen_at = at from ${noted} where token_hash = hash and seen_at < at`.execute(system)
  await sql`update personal_token set used_at = at from ${noted}
    where token_hash = hash and (used_at is null or used_at < at)`.execute(system)
  await noteVisits(system, uses)
}

/** Links and what was begun and never finished; each deletes what expired before this moment. */
export async function forgetLinks(system: Db, before: Date): Promise<void> {
  const tables = system.withTables<AccountTables>()
  await tables.deleteFrom('sign_in_link').where('expires_at', '<', before).execute()
  await tables.deleteFrom('challenge').where('expires_at', '<', before).execute()
}
export const forgetSessions = (system: Db, before: Date): Promise<unknown> =>
  system.withTables<AccountTables>().deleteFrom('session').where('expires_at', '<', before).execute()
export const forgetTokens = (system: Db, before: Date): Promise<unknown> =>
  system.withTables<AccountTables>().deleteFrom('personal_token').where('expires_at', '<', before).execute()
/** Those that nobody took keep an address. */
export const forgetInvitations = (system: Db, before: Date): Promise<unknown> =>
  system.withTables<AccountTables>().deleteFrom('invitation').where('expires_at', '<', before).execute()
