// Every query of what membership brought; row-level security decides whose entries there are.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Gain, GainDocument, GainFields } from './gain.ts'
import type { GainTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & GainTables>()

const partnerOf = (lang: Lang) => sql<Gain['partner']>`(
  select jsonb_build_object('slug', o.slug, 'name', ${organisationName(lang)}) from organisation o where o.id = g.partner_id)`
const documentOf = sql<GainDocument | null>`case when g.document_stored_as is not null then jsonb_build_object(
  'name', g.document_name, 'mediaType', g.document_type, 'size', g.document_size, 'storedAs', g.document_stored_as) end`

const query = (db: Db, lang: Lang) =>
  tablesOf(db)
    .selectFrom('gain as g')
    .select(['g.entry_id as id', 'g.organisation_id as organisationId', 'g.version', 'g.kind', 'g.title', 'g.note'])
    .select(['g.lang', 'g.link', 'g.role', 'g.place', 'g.people', 'g.programme', 'g.cents', 'g.own_cents as ownCents'])
    .select(['g.first_year as firstYear', 'g.last_year as lastYear', 'g.addressee', 'g.decided_by as decidedBy'])
    .select(['g.partner_id as partnerId', 'g.illustrative', 'g.removed', 'g.recorded_at as recordedAt'])
    .select([sql<string>`g.on_day::text`.as('onDay'), documentOf.as('document'), partnerOf(lang).as('partner')])
    .select(sql<string | null>`(select p.name from person p where p.id = g.recorded_by)`.as('recordedBy'))

const isLatest = sql<boolean>`not exists (select 1 from gain later where later.entry_id = g.entry_id and later.version > g.version)`

/** All that stand, of all years; the latest first. */
export const listGains = (db: Db, organisationId: number, lang: Lang): Promise<Gain[]> =>
  query(db, lang)
    .where('g.organisation_id', '=', organisationId)
    .where(isLatest)
    .where('g.removed', '=', false)
    .orderBy('g.on_day', 'desc')
    .orderBy('g.entry_id', 'desc')
    .execute()

/** All versions of an entry, the first one first; none where it is out of reach. */
export const listVersions = (db: Db, id: number, lang: Lang): Promise<Gain[]> =>
  query(db, lang).where('g.entry_id', '=', id).orderBy('g.version').execute()

/** Two who change the same entry: the second waits until the first is done, and then sees what it did. */
export const lockEntry = (db: Db, id: number): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtext('gain'), ${id}::int)`.execute(db)

export interface GainPlace {
  readonly id: number
  readonly slug: string
  readonly name: string
}

/** The viewer's own organisation, or one that they steer; undefined for all others alike. */
export const findPlace = (
  db: Db,
  which: { readonly slug: string } | { readonly id: number },
  ownId: number,
  lang: Lang,
): Promise<GainPlace | undefined> =>
  tablesOf(db)
    .selectFrom('organisation as o')
    .select(['o.id', 'o.slug', organisationName(lang).as('name')])
    .where('id' in which ? sql<boolean>`o.id = ${which.id}` : sql<boolean>`o.slug = ${which.slug}`)
    .where(sql<boolean>`(o.id = ${ownId} or app.steers(o.id))`)
    .executeTakeFirst()

/** The one city or region of the register that is called so in any language; undefined for none, and where several are. */
export async function findPartner(db: Db, name: string, but: number): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    select o.id from organisation o left join member m on m.organisation_id = o.id
    where o.kind in ('municipality', 'association', 'region') and o.id <> ${but} and (lower(o.name) = lower(${name})
      or lower(m.local_name) = lower(${name})
      or exists (select 1 from jsonb_each_text(o.names) n where lower(n.value) = lower(${name})))
    limit 2`.execute(db)
  return rows.length === 1 ? rows[0]?.id : undefined
}

export interface NewVersion {
  readonly organisationId: number
  /** Undefined: a new entry. */
  readonly follows: { readonly id: number; readonly version: number } | undefined
  readonly fields: GainFields
  readonly document: GainDocument | null
  readonly removed: boolean
  readonly by: number | null
}

const columnsOf = ({ onDay, ownCents, firstYear, lastYear, decidedBy, partnerId, ...same }: GainFields) => ({
  ...same,
  on_day: onDay,
  own_cents: ownCents,
  first_year: firstYear,
  last_year: lastYear,
  decided_by: decidedBy,
  partner_id: partnerId,
})

const documentColumns = (document: GainDocument | null) => ({
  document_name: document?.name ?? null,
  document_type: document?.mediaType ?? null,
  document_size: document?.size ?? null,
  document_stored_as: document?.storedAs ?? null,
})

/** Gives the id of the entry; undefined where somebody else was faster with this version. */
export async function insertVersion(db: Db, fresh: NewVersion, illustrative?: true): Promise<number | undefined> {
  const { follows, fields, document, organisationId, removed, by } = fresh
  const row = await tablesOf(db)
    .insertInto('gain')
    .values({
      ...columnsOf(fields),
      ...documentColumns(document),
      ...(follows === undefined ? {} : { entry_id: follows.id }),
      ...(illustrative && { illustrative }),
      version: (follows?.version ?? 0) + 1,
      organisation_id: organisationId,
      removed,
      recorded_by: by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('entry_id')
    .executeTakeFirst()
  return row?.entry_id
}
