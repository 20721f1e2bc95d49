// Every query of the register. Anybody may read it; what members contributed is counted as far as the viewer can see it.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Forum, Member, MemberInFull } from './member.ts'
import type { MemberTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & MemberTables>()

/** As the register shows it: a member that is suspended stays one there, which is nobody's business but its own. */
export const belongs = sql<boolean>`(o.active or coalesce(m.state in ('member', 'demonstration'), false))`

/**
 * The same of an organisation `o` in any query: an office always, a city as the register has it or a forum does. Who is suspended
 * belongs, so that nobody reads a suspension off a list.
 */
export const organisationBelongs = sql<boolean>`(o.active or o.kind = 'office'
  or exists (select 1 from member m where m.organisation_id = o.id and m.state in ('member', 'demonstration'))
  or exists (select 1 from forum_member f where f.organisation_id = o.id))`

export type PublicMember = Omit<Member, 'concepts'>

/** What everybody may read. Office organisations have no row in the register, so everything of `member` may be missing. */
export const publicQuery = (db: Db) =>
  tablesOf(db)
    .selectFrom('organisation as o')
    .leftJoin('member as m', 'm.organisation_id', 'o.id')
    .select([
      'o.id',
      'o.slug',
      'o.name',
      'o.names',
      sql<string>`coalesce(m.local_name, o.name)`.as('localName'),
      'o.kind',
      'o.country',
      'm.population',
      'm.population_year as populationYear',
      'm.latitude',
      'm.longitude',
      sql<string[]>`coalesce(m.languages, '{}')`.as('languages'),
      sql<number[]>`array(select f.forum_id from forum_member f where f.organisation_id = o.id order by 1)`.as(
        'forumIds',
      ),
    ])

const query = (db: Db) =>
  publicQuery(db).select(
    sql<string[]>`array(select distinct concept from contribution c, unnest(c.concepts) concept
        where c.organisation_id = o.id and c.state = 'published' order by 1)`.as('concepts'),
  )

/** Any organisation by its slug: a member, a city that only has a practice here, an office. */
export const findMember = (db: Db, slug: string): Promise<MemberInFull | undefined> =>
  query(db)
    .select([
      belongs.as('active'),
      sql<MemberInFull['state']>`coalesce(m.state, 'none')`.as('state'),
      sql<string>`coalesce(m.population_source, '')`.as('populationSource'),
      'm.register_source as registerSource',
      'm.website',
      sql<string | null>`m.member_since::text`.as('memberSince'),
    ])
    .where('o.slug', '=', slug)
    .executeTakeFirst()

/** Where an address leads that the register had once. */
export async function findFormer(db: Db, slug: string): Promise<string | undefined> {
  const row = await tablesOf(db)
    .selectFrom('former_address as f')
    .innerJoin('organisation as o', 'o.id', 'f.organisation_id')
    .select('o.slug')
    .where('f.slug', '=', slug)
    .executeTakeFirst()
  return row?.slug
}

export const listForums = (db: Db): Promise<Forum[]> =>
  tablesOf(db).selectFrom('forum').select(['id', 'slug', 'names', 'country']).orderBy('slug').limit(500).execute()

/** How many members and countries there are; the same for every viewer, since the register is public. */
export const countMembers = (db: Db): Promise<{ members: number; countries: number }> =>
  tablesOf(db)
    .selectFrom('organisation as o')
    .leftJoin('member as m', 'm.organisation_id', 'o.id')
    .select([({ fn }) => fn.countAll<number>().as('members'), sql<number>`count(distinct o.country)`.as('countries')])
    .where(belongs)
    .where('o.kind', 'in', ['municipality', 'association', 'region'])
    .executeTakeFirstOrThrow()

export interface ContributionLine {
  readonly id: number
  readonly kind: string
  readonly title: string
  readonly summary: string
  readonly lang: string
  readonly publishedAt: Date | null
}

/** What this organisation published, as far as the viewer can see it, newest first. */
export const listContributionsOf = (db: Db, organisationId: number, most: number): Promise<ContributionLine[]> =>
  tablesOf(db)
    .selectFrom('contribution')
    .select(['id', 'kind', 'title', 'summary', 'lang', 'published_at as publishedAt'])
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'published')
    .where(sql<boolean>`hidden_at is null and not app.is_confided(kind)`)
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()

/** Persons of this organisation; row-level security shows a visitor none. */
export const listPersonsOf = (
  db: Db,
  organisationId: number,
): Promise<{ slug: string; name: string; invented: boolean }[]> =>
  tablesOf(db)
    .selectFrom('person')
    .select(['slug', 'name', 'invented'])
    .where('organisation_id', '=', organisationId)
    .where('left_at', 'is', null)
    .orderBy('name')
    .limit(200)
    .execute()

/** Undefined for an organisation that does not belong, or does not any more. */
export const findMemberById = (db: Db, id: number): Promise<Member | undefined> =>
  query(db).where('o.id', '=', id).where('m.organisation_id', 'is not', null).where(belongs).executeTakeFirst()

/** These organisations with all that comparing needs; those that have no row in the register are left out. */
export const listMembersByIds = (db: Db, ids: readonly number[]): Promise<Member[]> =>
  query(db).where(sql<boolean>`o.id = any(${ids}::int[])`).where('m.organisation_id', 'is not', null).execute()

/** Where an organisation is, as far as the register knows. */
export type Place = Pick<Member, 'id' | 'latitude' | 'longitude' | 'population'>

export const listPlaces = (db: Db, ids: readonly number[]): Promise<Place[]> =>
  tablesOf(db)
    .selectFrom('member')
    .select(['organisation_id as id', 'latitude', 'longitude', 'population'])
    .where(sql<boolean>`organisation_id = any(${ids}::int[])`)
    .execute()
