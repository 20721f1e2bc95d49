// What a digest may say of contributions, asked as its reader at the moment of sending; and what the office lets go into mails.
import { sql } from 'kysely'
import type { AudienceKind } from '#kernel/audience.ts'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { isNamedNowhere } from '#trunk/audiences.ts'
import { isHeard } from '#trunk/muting.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Told } from './edition.ts'
import type { DigestTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & DigestTables>()

/** Those of them that are within reach, published, not hidden and not muted; whatever asked for them did so for a page. */
export async function listTold(db: Db, ids: readonly number[], lang: Lang): Promise<ReadonlyMap<number, Told>> {
  if (ids.length === 0) return new Map()
  const rows = await tablesOf(db)
    .selectFrom('contribution as c')
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .select(['c.id', 'c.kind', 'c.title', 'c.summary', 'c.lang'])
    .select([
      sql<AudienceKind>`app.kind_of_audience(c.audience_id)`.as('audienceKind'),
      organisationName(lang).as('of'),
      // What was said to one person is theirs alone, whatever its audience is called.
      sql<boolean>`app.is_confided(c.kind) or ${isNamedNowhere(sql`c.audience_id`)}`.as('namedNowhere'),
    ])
    .where('c.id', 'in', [...ids])
    .where('c.state', '=', 'published')
    .where('c.hidden_at', 'is', null)
    .where(isHeard(sql`app.person()`, sql`c.id`))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

export async function mayTellAmber(db: Db): Promise<boolean> {
  const row = await tablesOf(db).selectFrom('digest_setting').select('amber_bodies').executeTakeFirst()
  return row?.amber_bodies === true
}

export async function setAmber(db: Db, amberBodies: boolean, now: Date): Promise<void> {
  const row = { amber_bodies: amberBodies, changed_at: now }
  await tablesOf(db)
    .insertInto('digest_setting')
    .values(row)
    .onConflict((conflict) => conflict.column('singular').doUpdateSet(row))
    .execute()
}

/** ISO 3166-1 alpha-2. */
export async function findCountry(db: Db, organisationId: number): Promise<string> {
  const row = await tablesOf(db)
    .selectFrom('organisation')
    .select('country')
    .where('id', '=', organisationId)
    .executeTakeFirst()
  return row?.country ?? 'ZZ'
}
