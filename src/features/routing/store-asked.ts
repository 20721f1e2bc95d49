// What somebody is asked: asked as that person, so what is out of reach is not among it.
import { sql } from 'kysely'
import type { AudienceKind } from '#kernel/audience.ts'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { isHeard } from '#trunk/muting.ts'
import { organisationName } from '#trunk/organisations.ts'
import { findPersonsByName } from '#trunk/persons.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Reason } from './reason.ts'
import type { RoutingTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & RoutingTables>()

export interface Asked {
  readonly id: number
  readonly kind: string
  readonly title: string
  readonly summary: string
  readonly lang: string
  /** In a room under the Chatham House Rule the room's, and no address. */
  readonly organisationName: string
  readonly organisationSlug: string | null
  readonly country: string
  readonly audienceKind: AudienceKind
  readonly reasons: readonly Reason[]
  readonly named: boolean
  /** Who named this person, and of which city; null: the ranking did, or it is not told under the Chatham House Rule. */
  readonly namedBy: string | null
  readonly namedByCity: string | null
  readonly askedAt: Date
}

/** Not declined, and nobody of one's own city has replied since. */
const waiting = (db: Db, lang: Lang) =>
  tablesOf(db)
    .selectFrom('asked_person as a')
    .innerJoin('contribution as c', 'c.id', 'a.contribution_id')
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .leftJoin('person as n', 'n.id', 'a.named_by')
    .leftJoin('organisation as no', 'no.id', 'n.organisation_id')
    // Outside its room, and of the namer within it too, nothing says who spoke.
    .leftJoin('room as rule', (join) =>
      join.onRef('rule.audience_id', '=', 'c.audience_id').on('rule.chatham', '=', true),
    )
    .select(['c.id', 'c.kind', 'c.title', 'c.summary', 'c.lang', 'o.country', 'a.reasons', 'a.asked_at as askedAt'])
    .select([
      sql<string>`coalesce(rule.name, ${organisationName(lang)})`.as('organisationName'),
      sql<string | null>`case when rule.name is null then o.slug end`.as('organisationSlug'),
      sql<boolean>`a.named_by is not null`.as('named'),
      sql<string | null>`case when rule.name is null then n.name end`.as('namedBy'),
      sql<AudienceKind>`app.kind_of_audience(c.audience_id)`.as('audienceKind'),
      sql<string | null>`case when rule.name is null then coalesce(no.names ->> ${lang}, no.name) end`.as(
        'namedByCity',
      ),
    ])
    .where('a.declined_at', 'is', null)
    .where('c.state', '=', 'published')
    .where('a.person_id', '=', sql<number>`app.person()`)
    .where(sql<boolean>`not exists (select 1 from reply r where r.contribution_id = c.id and r.withdrawn_at is null
      and r.organisation_id = a.organisation_id)`)

/** The newest first; none that this person muted. */
export const listAsked = (db: Db, lang: Lang, most: number): Promise<Asked[]> =>
  waiting(db, lang)
    .where(isHeard(sql`app.person()`, sql`c.id`))
    .orderBy('a.asked_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(most)
    .execute()

export const findAsked = (db: Db, questionId: number, lang: Lang): Promise<Asked | undefined> =>
  waiting(db, lang).where('c.id', '=', questionId).executeTakeFirst()

/** Those of these contributions that the viewer reaches, with what they are called. */
export const listShown = (
  db: Db,
  ids: readonly number[],
): Promise<{ id: number; kind: string; title: string; lang: string }[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : tablesOf(db)
        .selectFrom('contribution')
        .select(['id', 'kind', 'title', 'lang'])
        .where('id', 'in', ids)
        .where('state', '=', 'published')
        .orderBy('id')
        .execute()

/** A second time changes nothing. False: this person was never asked. */
export async function decline(db: Db, questionId: number, now: Date): Promise<boolean> {
  await tablesOf(db)
    .updateTable('asked_person')
    .set({ declined_at: now })
    .where('contribution_id', '=', questionId)
    .where('person_id', '=', sql<number>`app.person()`)
    .where('declined_at', 'is', null)
    .execute()
  const row = await tablesOf(db)
    .selectFrom('asked_person')
    .select('contribution_id')
    .where('contribution_id', '=', questionId)
    .where('person_id', '=', sql<number>`app.person()`)
    .executeTakeFirst()
  return row !== undefined
}

export interface AskedAbout {
  readonly persons: number
  readonly declined: number
  /** Empty for an office. */
  readonly countries: readonly string[]
}

/** For whoever steers the question, and the office that answers for it; undefined for all others. */
export async function findAskedAbout(db: Db, questionId: number): Promise<AskedAbout | undefined> {
  const { rows } = await sql<AskedAbout>`select * from app.asked_about(${questionId})`.execute(db)
  return rows[0]
}

export type NamingRefusal = 'out-of-reach' | 'enough' | 'answered'

/** `nothing`: the question is not there, or not this person's to hand on. */
export async function nameColleague(
  db: Db,
  questionId: number,
  personId: number,
  now: Date,
): Promise<'named' | 'nothing' | NamingRefusal> {
  const { rows } = await sql<{ said: 'named' | 'nothing' | NamingRefusal }>`
    select app.name_colleague(${questionId}, ${personId}, ${now}) as said`.execute(db)
  return rows[0]?.said ?? 'nothing'
}

export interface Namesake {
  readonly id: number
  readonly name: string
  readonly organisationName: string
}

/** Everybody who is called so, with what tells them apart. */
export async function listNamesakes(db: Db, name: string, lang: Lang): Promise<Namesake[]> {
  const ids = (await findPersonsByName(db, [name])).map(({ id }) => id)
  if (ids.length === 0) return []
  return tablesOf(db)
    .selectFrom('person as p')
    .innerJoin('organisation as o', 'o.id', 'p.organisation_id')
    .select(['p.id', 'p.name', organisationName(lang).as('organisationName')])
    .where('p.id', 'in', ids)
    .orderBy('organisationName')
    .orderBy('p.id')
    .limit(50)
    .execute()
}
