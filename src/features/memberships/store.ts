// Reading about one member: its memberships, and all that is known of their history within the viewer's reach.
import { type RawBuilder, sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { MembershipRule, OrganisationKind } from '#trunk/tables.ts'
import type { Membership, Stretch, SuccessionKind } from './membership.ts'

/** A forum as lists and choices name it; null stands for the network elsewhere. */
export interface ForumLine {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly rule: MembershipRule
  readonly noticeMonths: number
}

export async function listForumLines(db: Db, lang: Lang): Promise<ForumLine[]> {
  const { rows } = await sql<ForumLine>`
    select id, slug, coalesce(names ->> ${lang}, names ->> 'en', slug) as name, membership_rule as rule, notice_months as "noticeMonths"
    from forum order by slug limit 500`.execute(db)
  return rows
}

/** Months before the end of a year. */
export async function findNotice(db: Db, forumId: number | null): Promise<number> {
  const from = forumId === null ? sql`network` : sql`forum where id = ${forumId}`
  const { rows } = await sql<{ months: number }>`select notice_months as months from ${from}`.execute(db)
  return rows[0]?.months ?? 0
}

/** The organisation that an act or a page is about. */
export interface Subject {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly localName: string
  readonly kind: OrganisationKind
  readonly country: string
  readonly memberships: readonly Membership[]
}

const columns = sql`m.id, m.organisation_id as "organisationId", m.forum_id as "forumId", m.begins_on::text as "beginsOn",
  m.begins_known as "beginsKnown", m.ends_on::text as "endsOn", m.closing, m.ground, m.follows_id as "followsId"`

export async function listMembershipsOf(db: Db, organisationId: number): Promise<Membership[]> {
  const { rows } = await sql<Membership>`
    select ${columns} from membership m where m.organisation_id = ${organisationId} order by m.begins_on, m.forum_id nulls first`.execute(
    db,
  )
  return rows
}

async function findWhere(db: Db, where: RawBuilder<unknown>, lang: Lang): Promise<Subject | undefined> {
  const { rows } = await sql<Omit<Subject, 'memberships'>>`
    select o.id, o.slug, ${organisationName(lang)} as name, coalesce(m.local_name, o.name) as "localName", o.kind, o.country
    from organisation o left join member m on m.organisation_id = o.id where ${where} and o.kind not in ('office', 'guest', 'unnamed')`.execute(
    db,
  )
  const [found] = rows
  return found === undefined ? undefined : { ...found, memberships: await listMembershipsOf(db, found.id) }
}
export const findSubject = (db: Db, slug: string, lang: Lang): Promise<Subject | undefined> =>
  findWhere(db, sql`o.slug = ${slug}`, lang)
export const findSubjectById = (db: Db, id: number, lang: Lang): Promise<Subject | undefined> =>
  findWhere(db, sql`o.id = ${id}`, lang)

export interface Neighbour {
  readonly id: number
  readonly slug: string
  readonly name: string
}

/** Members of the network (null) or of this forum in one country on a day: with whom one of them may merge. */
export async function listNeighbours(
  db: Db,
  country: string,
  issuer: number | null,
  day: string,
  lang: Lang,
): Promise<Neighbour[]> {
  const { rows } = await sql<Neighbour>`
    select o.id, o.slug, ${organisationName(lang)} as name from membership m join organisation o on o.id = m.organisation_id
    where o.country = ${country} and o.kind <> 'office' and m.forum_id is not distinct from ${issuer}::int
      and m.begins_on <= ${day}::date and (m.ends_on is null or m.ends_on >= ${day}::date) order by 3 limit 1000`.execute(
    db,
  )
  return rows
}

/** With the names that the organisations have in this moment. */
export async function listStretches(db: Db, organisationIds: readonly number[], lang: Lang): Promise<Stretch[]> {
  const { rows } = await sql<Stretch>`
    select m.id, m.forum_id as "forumId", m.begins_on::text as "beginsOn", m.ends_on::text as "endsOn", ${organisationName(lang)} as name
    from membership m join organisation o on o.id = m.organisation_id where m.organisation_id = any(${organisationIds}::int[])
    order by array_position(${organisationIds}::int[], o.id), m.forum_id nulls first, m.begins_on`.execute(db)
  return rows
}

export async function listAddressNames(db: Db, organisationIds: readonly number[]): Promise<string[]> {
  const { rows } = await sql<{ slug: string }>`
    select slug from organisation where id = any(${organisationIds}::int[]) order by id`.execute(db)
  return rows.map(({ slug }) => slug)
}

export interface Figure {
  readonly population: number
  readonly asOf: string
  readonly source: string
}

/** Newest first; what was recorded later about the same day comes first. */
export async function listFigures(db: Db, organisationId: number): Promise<Figure[]> {
  const { rows } = await sql<Figure>`
    select population, as_of::text as "asOf", source from population_figure where organisation_id = ${organisationId}
    order by as_of desc, id desc limit 100`.execute(db)
  return rows
}

export interface Renaming {
  readonly id: number
  readonly onDay: string
  readonly name: string
  readonly formerName: string
}

export async function listRenamings(db: Db, organisationId: number, lang: Lang): Promise<Renaming[]> {
  const { rows } = await sql<Renaming>`
    select id, on_day::text as "onDay", coalesce(names ->> ${lang}, name) as name, coalesce(former_names ->> ${lang}, former_name) as "formerName"
    from renaming where organisation_id = ${organisationId} order by on_day`.execute(db)
  return rows
}

export interface Succession {
  readonly id: number
  readonly kind: SuccessionKind
  readonly onDay: string
  readonly decision: string
  readonly invented: boolean
  readonly predecessors: readonly { readonly slug: string; readonly name: string }[]
  readonly successors: readonly { readonly slug: string; readonly name: string }[]
}

export async function listSuccessions(db: Db, organisationId: number, lang: Lang): Promise<Succession[]> {
  const parts = (
    part: string,
  ) => sql`coalesce((select json_agg(json_build_object('slug', o.slug, 'name', ${organisationName(lang)}) order by o.slug)
    from succession_part p join organisation o on o.id = p.organisation_id where p.succession_id = s.id and p.part = ${part}), '[]')`
  const { rows } = await sql<Succession>`
    select s.id, s.kind, s.on_day::text as "onDay", s.decision, s.invented, ${parts('predecessor')} as predecessors, ${parts('successor')} as successors
    from succession s where exists (select 1 from succession_part p where p.succession_id = s.id and p.organisation_id = ${organisationId})
    order by s.on_day, s.id`.execute(db)
  return rows
}

export interface Resignation {
  readonly id: number
  readonly membershipId: number
  readonly receivedOn: string
  readonly lastDay: string
  readonly withdrawnAt: Date | null
  /** Where the viewer may know who wrote it down. */
  readonly by: string | null
}
export interface Suspension {
  readonly id: number
  readonly membershipId: number
  readonly beginsOn: string
  readonly endsOn: string | null
  readonly reason: string
  readonly by: string | null
}

/** Nobody but the member's coordinator and the office concerned gets any. */
export async function listResignations(db: Db, organisationId: number): Promise<Resignation[]> {
  const { rows } = await sql<Resignation>`
    select r.id, r.membership_id as "membershipId", r.received_on::text as "receivedOn", r.last_day::text as "lastDay",
      r.withdrawn_at as "withdrawnAt", p.name as by
    from resignation r join membership m on m.id = r.membership_id left join person p on p.id = r.recorded_by
    where m.organisation_id = ${organisationId} order by r.id`.execute(db)
  return rows
}

/** As above. */
export async function listSuspensions(db: Db, organisationId: number): Promise<Suspension[]> {
  const { rows } = await sql<Suspension>`
    select s.id, s.membership_id as "membershipId", s.begins_on::text as "beginsOn", s.ends_on::text as "endsOn", s.reason, p.name as by
    from suspension s join membership m on m.id = s.membership_id left join person p on p.id = s.recorded_by
    where m.organisation_id = ${organisationId} order by s.begins_on`.execute(db)
  return rows
}
