// Fee scales: every query that reads them. Row-level security decides which there are for the viewer.
import { type RawBuilder, sql } from 'kysely'
import { notFound } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { FeeScale } from './fee.ts'
import { calculable, type DraftBracket, type Scale } from './scale.ts'
import type { FeeTables } from './tables.ts'

export const tablesOf = (db: Db) => db.withTables<TrunkTables & FeeTables>()

const bracketsOfScale: RawBuilder<DraftBracket[]> = sql`coalesce((select jsonb_agg(jsonb_build_object(
  'memberKind', b.member_kind, 'from', b.from_inhabitants, 'to', b.to_inhabitants, 'basis', b.basis, 'flatCents', b.flat_cents,
  'perThousandCents', b.per_thousand_cents, 'minimumCents', b.minimum_cents, 'maximumCents', b.maximum_cents, 'source', b.source)
  order by b.place) from fee_bracket b where b.scale_id = s.id), '[]')`
const sharesOfScale: RawBuilder<Scale['shares'][number][]> = sql`coalesce((select jsonb_agg(jsonb_build_object(
  'forumId', h.forum_id, 'rate', h.rate) order by h.forum_id) from fee_share h where h.scale_id = s.id), '[]')`

const query = (db: Db) =>
  tablesOf(db)
    .selectFrom('fee_scale as s')
    .select([
      's.id',
      's.forum_id as forumId',
      's.year',
      's.version',
      's.state',
      's.revision',
      's.first_year as firstYear',
      's.illustrative',
      's.approved_at as approvedAt',
      bracketsOfScale.as('brackets'),
      sharesOfScale.as('shares'),
    ])

/** Of one issuer; null is the network. */
const ofIssuer = (issuer: number | null): RawBuilder<boolean> => sql`coalesce(s.forum_id, 0) = ${issuer ?? 0}`

/** The scale within reach, or the stop `not-found`. */
export async function getScale(db: Db, id: number | undefined): Promise<Scale> {
  const scale = id === undefined ? undefined : await query(db).where('s.id', '=', id).executeTakeFirst()
  if (scale === undefined) throw notFound()
  return scale
}

/** The valid scale of an issuer (null: the network) and year, of those that the viewer may read. */
export async function findApprovedScale(db: Db, issuer: number | null, year: number): Promise<FeeScale | undefined> {
  const scale = await query(db)
    .where(ofIssuer(issuer))
    .where('s.year', '=', year)
    .where('s.state', '=', 'approved')
    .orderBy('s.version', 'desc')
    .executeTakeFirst()
  return scale && calculable(scale)
}

/** The valid scale of the last year not after this one: what is known today of what membership will cost. */
export async function findLatestScale(db: Db, issuer: number | null, year: number): Promise<FeeScale | undefined> {
  const scale = await query(db)
    .where(ofIssuer(issuer))
    .where('s.year', '<=', year)
    .where('s.state', '=', 'approved')
    .orderBy('s.year', 'desc')
    .orderBy('s.version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return scale && calculable(scale)
}

/**
 * Notes that a year is being invoiced: from now on no other version of its scale is approved. Called first in the
 * transaction that takes the scale, so that the scale it then finds is the one that stays. Twice does nothing more.
 */
export async function noteInvoicedYear(db: Db, issuer: number | null, year: number): Promise<void> {
  await tablesOf(db)
    .insertInto('fee_year_invoiced')
    .values({ forum_id: issuer, year })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
