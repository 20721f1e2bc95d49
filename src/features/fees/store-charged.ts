// Interim: whom an issuer charges, until memberships tell it.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { Charged } from './simulation.ts'

export async function listChargeable(db: Db, issuer: number | null, year: number): Promise<Charged[]> {
  const { rows } = await sql<Charged>`select o.id as "organisationId", o.slug, o.name, o.kind, o.country, m.population,
    m.population_year as "populationYear", coalesce(m.member_since::text, '1987-01-01') as "beginsOn",
    (select coalesce(jsonb_agg(jsonb_build_object('id', f.forum_id)), '[]') from forum_member f where f.organisation_id = o.id) as forums
    from organisation o join member m on m.organisation_id = o.id
    where o.active and o.kind in ('municipality', 'association', 'region') and coalesce(extract(year from m.member_since), 0) <= ${year}
      and (${issuer}::int is null or exists (select 1 from forum_member f where f.organisation_id = o.id and f.forum_id = ${issuer}))
    order by o.slug`.execute(db)
  return rows
}
