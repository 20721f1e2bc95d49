// The members of a day: who, called as they were called, since when, of which forums, and how large they counted.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'

export interface DayLine {
  readonly organisationId: number
  readonly slug: string
  readonly name: string
  readonly country: string
  readonly beginsOn: string
  readonly beginsKnown: boolean
  readonly endsOn: string | null
}

const belongsOn = (day: string, issuer: number | null) => sql`
  ${issuer === null ? sql`m.forum_id is null` : sql`m.forum_id = ${issuer}`}
  and m.begins_on <= ${day}::date and (m.ends_on is null or m.ends_on >= ${day}::date)`

/** How many there are. `issuer` null: of the network. */
export async function countOnDay(db: Db, day: string, issuer: number | null): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*) from membership m where ${belongsOn(day, issuer)}`.execute(db)
  return rows[0]?.count ?? 0
}

/** Which of them: all where it is left out. */
export interface Part {
  readonly from: number
  readonly most: number
}

/** In the order of the reader's letters, as PostgreSQL knows it from ICU: sent is what is shown, not ten thousand lines. */
export async function listOnDay(
  db: Db,
  day: string,
  issuer: number | null,
  lang: Lang,
  part: Part | undefined = undefined,
): Promise<DayLine[]> {
  const { rows } = await sql<DayLine>`
    with later as (
      select distinct on (organisation_id) organisation_id, coalesce(former_names ->> ${lang}, former_name) as name from renaming
      where on_day > ${day}::date order by organisation_id, on_day
    ), ahead as (
      select organisation_id, coalesce(names ->> ${lang}, name) as name from renaming where applied_at is null and on_day <= ${day}::date
    )
    select o.id as "organisationId", o.slug, coalesce(ahead.name, later.name, o.names ->> ${lang}, o.name) as name, o.country,
      m.begins_on::text as "beginsOn", m.begins_known as "beginsKnown", m.ends_on::text as "endsOn"
    from membership m join organisation o on o.id = m.organisation_id
      left join later on later.organisation_id = o.id left join ahead on ahead.organisation_id = o.id
    where ${belongsOn(day, issuer)}
    order by coalesce(ahead.name, later.name, o.names ->> ${lang}, o.name) collate ${sql.id(`${lang}-x-icu`)}, o.id
    limit ${part?.most ?? null}::bigint offset ${part?.from ?? 0}::bigint`.execute(db)
  return rows
}

export interface DayDetail {
  readonly organisationId: number
  /** Ids. */
  readonly forums: readonly number[]
  readonly population: number | null
  readonly populationYear: number | null
}

/** Of these members: their forums on the day, and the figure that counts in its year, as fees take it. */
export async function listDayDetails(
  db: Db,
  day: string,
  organisationIds: readonly number[],
): Promise<Map<number, DayDetail>> {
  const { rows } = await sql<DayDetail>`
    with of_year as (select date_trunc('year', ${day}::date)::date as begins)
    select one as "organisationId", p.population, extract(year from p.as_of)::int as "populationYear",
      array(select m.forum_id from membership m where m.organisation_id = one and m.forum_id is not null
        and m.begins_on <= ${day}::date and (m.ends_on is null or m.ends_on >= ${day}::date) order by 1) as forums
    from of_year, unnest(${organisationIds}::int[]) one left join lateral (
      select population, as_of from population_figure p where p.organisation_id = one
      order by p.as_of < of_year.begins desc, case when p.as_of < of_year.begins then p.as_of end desc, p.as_of, p.id desc limit 1) p on true`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.organisationId, row]))
}

export interface ComingLine {
  readonly slug: string
  readonly name: string
  readonly day: string
  readonly what: 'begins' | 'ends' | 'suspended' | 'resumes' | 'renamed'
  /** Null: of the network; also of what concerns no membership. */
  readonly forumId: number | null
}

/** What comes after a day for those whom this office looks after, next first. */
export async function listComing(db: Db, day: string, issuer: number | null, lang: Lang): Promise<ComingLine[]> {
  const own = issuer === null ? sql`m.forum_id is null` : sql`m.forum_id = ${issuer}`
  const { rows } = await sql<ComingLine>`
    with own as (select m.* from membership m where ${own} and (m.ends_on is null or m.ends_on >= m.begins_on)), coming as (
      select organisation_id, begins_on as day, 'begins' as what, forum_id from own where begins_on > ${day}::date
      union all select organisation_id, ends_on, 'ends', forum_id from own where ends_on >= ${day}::date
      union all select own.organisation_id, s.begins_on, 'suspended', own.forum_id from suspension s join own on own.id = s.membership_id
        where (s.ends_on is null or s.ends_on >= ${day}::date) and (s.ends_on is null or s.ends_on >= s.begins_on)
      union all select own.organisation_id, s.ends_on + 1, 'resumes', own.forum_id from suspension s join own on own.id = s.membership_id
        where s.ends_on >= ${day}::date and s.ends_on >= s.begins_on
      union all select distinct r.organisation_id, r.on_day, 'renamed', null::int from renaming r join own on own.organisation_id = r.organisation_id
        where r.applied_at is null
    )
    select o.slug, coalesce(o.names ->> ${lang}, o.name) as name, c.day::text as day, c.what, c.forum_id as "forumId"
    from coming c join organisation o on o.id = c.organisation_id order by c.day, o.slug, c.what limit 1000`.execute(db)
  return rows
}
