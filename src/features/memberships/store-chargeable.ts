// Whom an issuer may charge for a year, with the figures that count for it. One query, whatever the size of the network.
import { sql } from 'kysely'
import { isLang, type Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'

export type MemberKind = 'municipality' | 'association' | 'region'

/** A member that an issuer may charge for a year: was a member of it on at least one day of the year. */
export interface ChargeableMember {
  readonly organisationId: number
  readonly slug: string
  /** In its own language. */
  readonly name: string
  readonly kind: MemberKind
  readonly country: string
  /** Of its invoice: the first of its official languages that the interface has, else English. */
  readonly lang: Lang
  /** The latest figure from before 1 January of that year, so that a new class counts from the next year on; else the earliest. */
  readonly population: number | null
  readonly populationYear: number | null
  readonly populationSource: string
  /** Of this membership, YYYY-MM-DD. */
  readonly beginsOn: string
  readonly endsOn: string | null
  /** Those it belonged to on the later of 1 January and beginsOn. */
  readonly forums: readonly { readonly id: number; readonly slug: string }[]
}

type Row = Omit<ChargeableMember, 'lang'> & { readonly languages: readonly string[] }

/**
 * Ordered by slug. `issuer` null: the network. Whoever left and came back within the year stands here once, with the earlier
 * membership; `only`: this organisation alone. What came out of a merger or split during the year is charged from the next one on: its predecessors were charged.
 */
export async function listChargeable(
  db: Db,
  issuer: number | null,
  year: number,
  only?: number,
): Promise<ChargeableMember[]> {
  const { rows } = await sql<Row>`
    with charged as (
      select distinct on (m.organisation_id) m.organisation_id, m.begins_on, m.ends_on,
        greatest(m.begins_on, make_date(${year}, 1, 1)) as forums_on
      from membership m
      where ${issuer === null ? sql`m.forum_id is null` : sql`m.forum_id = ${issuer}`} and m.begins_on <= make_date(${year}, 12, 31)
        ${only === undefined ? sql`` : sql`and m.organisation_id = ${only}`}
        and (m.ends_on is null or (m.ends_on >= make_date(${year}, 1, 1) and m.ends_on >= m.begins_on))
        and not (m.ground = 'succession' and m.begins_on > make_date(${year}, 1, 1))
      order by m.organisation_id, m.begins_on
    )
    select o.id as "organisationId", o.slug, coalesce(me.local_name, o.name) as name, o.kind, o.country,
      coalesce(me.languages, '{}') as languages, p.population, extract(year from p.as_of)::int as "populationYear",
      coalesce(p.source, '') as "populationSource", c.begins_on::text as "beginsOn", c.ends_on::text as "endsOn",
      coalesce(w.forums, '[]') as forums
    from charged c join organisation o on o.id = c.organisation_id left join member me on me.organisation_id = o.id
      left join lateral (
        select p.population, p.as_of, p.source from population_figure p where p.organisation_id = o.id
        order by p.as_of < make_date(${year}, 1, 1) desc, case when p.as_of < make_date(${year}, 1, 1) then p.as_of end desc, p.as_of, p.id desc
        limit 1) p on true
      left join lateral (
        select json_agg(json_build_object('id', f.id, 'slug', f.slug) order by f.slug) as forums
        from membership m join forum f on f.id = m.forum_id where m.organisation_id = o.id
          and m.begins_on <= c.forums_on and (m.ends_on is null or m.ends_on >= c.forums_on)) w on true
    where o.kind in ('municipality', 'association', 'region') order by o.slug`.execute(db)
  return rows.map(({ languages, ...row }) => ({ ...row, lang: languages.find(isLang) ?? 'en' }))
}
