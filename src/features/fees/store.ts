// Fee scales: every query that reads them. Row-level security decides which there are for the viewer.
import { type RawBuilder, sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import { notFound } from '#kernel/stop.ts'
import type { Viewer } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from '#trunk/organisations.ts'
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

/** Scales with all that they say. */
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
      sql<number | null>`(select d.person_id from fee_decision d where d.scale_id = s.id and d.decision = 'proposed'
        order by d.id desc limit 1)`.as('proposedBy'),
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
    .limit(1)
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

/** Every scale within reach, by issuer, the newest year and version first; of one's own office also what is not approved. */
export const listScales = (db: Db): Promise<Scale[]> =>
  query(db)
    .where('s.state', '<>', 'discarded')
    .orderBy(sql`coalesce(s.forum_id, 0)`)
    .orderBy('s.year', 'desc')
    .orderBy('s.version', 'desc')
    .limit(500)
    .execute()

/** The approved scale that this one would replace or follow. */
export async function findScaleBefore(db: Db, { id, forumId, year }: Pick<Scale, 'id' | 'forumId' | 'year'>) {
  const scale = await query(db)
    .where(ofIssuer(forumId))
    .where('s.year', '<=', year)
    .where('s.id', '<>', id)
    .where('s.state', '=', 'approved')
    .orderBy('s.year', 'desc')
    .orderBy('s.version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return scale && calculable(scale)
}

/** The audience of a forum, as far as it reaches the viewer. */
export async function findForumAudience(db: Db, forumId: number): Promise<number | undefined> {
  const row = await tablesOf(db).selectFrom('audience').select('id').where('forum_id', '=', forumId).executeTakeFirst()
  return row?.id
}

/** Whoever can be charged by its id; undefined for offices and partners. Suspended is no matter: the fee is owed all the same. */
export const findOrganisation = (db: Db, id: number, lang: Lang): Promise<{ id: number; name: string } | undefined> =>
  tablesOf(db)
    .selectFrom('organisation as o')
    .select(['o.id', organisationName(lang).as('name')])
    .where('o.id', '=', id)
    .where('o.kind', 'in', ['municipality', 'association', 'region'])
    .executeTakeFirst()

/** Scales of one's own office that somebody else proposed: one's own word is awaited. */
export async function countProposed(db: Db, { person }: Viewer): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*)::int as count from fee_scale s where s.state = 'proposed'
    and (select d.person_id from fee_decision d where d.scale_id = s.id and d.decision = 'proposed' order by d.id desc limit 1)
      <> ${person?.id ?? 0}`.execute(db)
  return rows[0]?.count ?? 0
}
