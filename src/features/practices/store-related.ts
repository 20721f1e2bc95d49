// What else may help whoever reads one practice, and why: the concepts that both are about.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { Practice } from './practice.ts'
import { coverageOf } from './related.ts'

export interface RelatedPractice {
  readonly id: number
  readonly title: string
  readonly lang: string
  readonly organisationName: string
  readonly country: string
  /** Concepts of the practice that is read, the rarest first: the reason why this one is shown. */
  readonly shared: readonly string[]
}

/** Only so many are looked at closely. */
const candidates = 60

/**
 * The most alike within reach, one of each city. A concept counts the more, the fewer practices have it; a narrower one
 * counts a little less than the same. Where the effect was seen better comes first, what nobody confirms steps back.
 */
export async function listRelated(
  db: Db,
  { id, concepts }: Pick<Practice, 'id' | 'concepts'>,
  most: number,
  lang: Lang,
): Promise<RelatedPractice[]> {
  const { own, covered } = coverageOf(concepts)
  const { rows } = await sql<RelatedPractice>`
    with match as materialized (
      select c.id, c.organisation_id, pair.own, bool_or(pair.own = pair.covered) as same
      from contribution c, unnest(c.concepts) concept
      join unnest(${own}::text[], ${covered}::text[]) pair (own, covered) on pair.covered = concept
      where c.kind = 'practice' and c.state = 'published' and c.id <> ${id} and c.concepts && ${covered}::text[]
      group by c.id, c.organisation_id, pair.own
    ), weight as (
      select own, 1 / ln(1 + count(*)) as weight from match group by own
    ), candidate as (
      select id, organisation_id, array_agg(own order by weight desc, own) as shared,
        sum(weight * case when same then 1 else 0.7 end) as score
      from match join weight using (own)
      group by id, organisation_id order by score desc, id desc limit ${candidates}
    ), ranked as (
      select distinct on (k.organisation_id) k.id, k.organisation_id, k.shared, judged.score
      from candidate k
      join practice pr on pr.contribution_id = k.id,
        lateral (select k.score * (1 + 0.06 * coalesce(pr.evidence, 0)) * case pr.currency
          when 'old' then 0.6 when 'unconfirmed' then 0.85 else 1 end as score) judged
      order by k.organisation_id, judged.score desc, k.id desc
    )
    select c.id, c.title, c.lang, ${organisationName(lang)} as "organisationName", o.country, r.shared
    from ranked r join contribution c on c.id = r.id join organisation o on o.id = r.organisation_id
    order by r.score desc, r.id desc limit ${most}`.execute(db)
  return rows
}
