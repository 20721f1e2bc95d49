// Queries of the demonstration's loader; by the system only, into a new database.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import { ofIssuer, tablesOf } from './store.ts'

interface BilledCity {
  readonly id: number
  readonly slug: string
  /** In its own language. */
  readonly name: string
  readonly country: string
  readonly languages: readonly string[]
}

/** Whoever is or was a member of anything. */
export async function listBilledCities(system: Db): Promise<BilledCity[]> {
  const { rows } = await sql<BilledCity>`
    select o.id, o.slug, coalesce(m.local_name, o.name) as name, o.country, coalesce(m.languages, '{}') as languages
    from organisation o left join member m on m.organisation_id = o.id
    where o.id in (select organisation_id from membership) and o.id not in (select organisation_id from billing)
    order by o.slug`.execute(system)
  return rows
}

export async function hasRun(system: Db, issuer: number | null, year: number): Promise<boolean> {
  const found = await tablesOf(system)
    .selectFrom('fee_run as i')
    .select('i.id')
    .where(ofIssuer(issuer))
    .where('i.year', '=', year)
    .executeTakeFirst()
  return found !== undefined
}

/** As if all of a run had been sent; what has no address stays behind. */
export async function markDelivered(system: Db, runId: number, by: number, at: Date): Promise<void> {
  await sql`
    update invoice i set released_at = ${at}, released_by = ${by},
      sent_at = case when b.email <> '' then ${at}::timestamptz end, sent_to = nullif(b.email, ''),
      failed_at = case when b.email = '' then ${at}::timestamptz end, failure = case when b.email = '' then 'no-address' end
    from billing b where b.organisation_id = i.organisation_id and i.run_id = ${runId}`.execute(tablesOf(system))
}
