// How far each part of a profile may be seen: said by its owner, kept with its day, held by the database.
import { type RawBuilder, sql } from 'kysely'
import { networkAudience } from '#kernel/audience.ts'
import type { Person } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import { type Consent, type ConsentDays, type Consents, consentFields, consentFor, keptAs } from './profile.ts'
import type { PeopleTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & PeopleTables>()

export interface OwnForum {
  /** Of its audience. */
  readonly id: number
  readonly name: string
}

/** The forums that reach whoever asks: to each of them something can be shown. */
export const listOwnForums = (db: Db, lang: string): Promise<OwnForum[]> =>
  tablesOf(db)
    .selectFrom('audience as a')
    .innerJoin('forum as f', 'f.id', 'a.forum_id')
    .select(['a.id', sql<string>`coalesce(f.names ->> ${lang}, f.names ->> 'en', f.slug)`.as('name')])
    .orderBy('a.id')
    .execute()

/** What somebody has said so far, and since when. */
export async function findConsents(
  db: Db,
  personId: number,
): Promise<{ readonly chosen: Partial<Consents>; readonly days: ConsentDays }> {
  const rows = await tablesOf(db)
    .selectFrom('profile_consent as c')
    .select(['c.field', 'c.audience_id', sql<string | null>`c.since::text`.as('since')])
    .select(sql<string | null>`app.kind_of_audience(c.audience_id)`.as('kind'))
    .where('c.person_id', '=', personId)
    .execute()
  const consentOf = ({ audience_id: id, kind }: (typeof rows)[number]): Consent =>
    id === null ? 'nobody' : kind === 'network' ? 'network' : kind === 'forum' ? `forum-${id}` : 'organisation'
  return {
    chosen: Object.fromEntries(rows.map((row) => [consentFor(row.field), consentOf(row)])),
    days: Object.fromEntries(rows.map((row) => [consentFor(row.field), row.since])),
  }
}

const audienceOf = (consent: Consent, organisationId: number): RawBuilder<number | null> =>
  consent === 'nobody'
    ? sql`null`
    : consent === 'organisation'
      ? sql`(select id from audience where organisation_id = ${organisationId})`
      : sql`${consent === 'network' ? networkAudience : Number(consent.slice('forum-'.length))}::int`

/** What stays as it was keeps its day. */
export async function saveConsents(
  db: Db,
  { id, organisationId }: Pick<Person, 'id' | 'organisationId'>,
  chosen: Consents,
): Promise<void> {
  const rows = consentFields.map((field) => ({
    person_id: id,
    field: keptAs[field],
    audience_id: audienceOf(chosen[field], organisationId),
  }))
  await tablesOf(db)
    .insertInto('profile_consent')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['person_id', 'field'])
        .doUpdateSet((change) => ({ audience_id: change.ref('excluded.audience_id') })),
    )
    .execute()
}
