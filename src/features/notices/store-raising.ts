// Telling many of one fact at once: candidates first, then who may hear, reach last, for it is what costs. As the system.
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import { arrivedAt } from '#trunk/arrivals.ts'
import { recordFacts } from '#trunk/facts.ts'
import { isHeard, mayBeTold } from '#trunk/muting.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import { hasDevice } from '../push/public.ts'
import type { Happening } from './notice.ts'
import { usualRhythm } from './rhythm.ts'
import { concerns, isRuled, newsAreas } from './store-concerning.ts'
import type { NoticeTables } from './tables.ts'

export interface Raising {
  readonly contributionId: number
  readonly factId: number
  readonly what: Happening
  /** `select person_id, area, why, since` of whoever might want to hear: `since` when they began to, else null. */
  readonly candidates: RawBuilder<unknown>
}

/** The rhythm of the person and area that the query gives, chosen or usual. */
export const rhythmOf = (person: RawBuilder<unknown>, area: RawBuilder<unknown>): RawBuilder<string> => sql<string>`
  coalesce((select r.rhythm from notice_rhythm r where r.person_id = ${person} and r.area = ${area}),
    ${JSON.stringify(usualRhythm)}::jsonb ->> ${area})`

/** Where they want no more than that. Of `c`, `p`, the candidate `w` and their setting `s`. */
const concernsCity = sql`(not coalesce(s.only_my_city, false) or w.area not in ${newsAreas} or ${concerns(sql`p.organisation_id`)})`

/** Neither who did it, nor who wrote it alone, with others or unnamed, nor whom muting or a closed door keeps from it. */
const mayHear = sql`${mayBeTold}
  and p.id is distinct from f.actor_id and p.id is distinct from c.author_id and p.id is distinct from c.steward_id
  and not exists (select 1 from co_author co where co.contribution_id = c.id and co.person_id = p.id and co.joined_at is not null)
  and not exists (select 1 from veil v where v.contribution_id = c.id and v.person_id = p.id)
  and (c.author_id is null or w.area = 'city' or not app.keeps_away(p.id, c.author_id))
  and ${isHeard(sql`p.id`, sql`c.id`)}`

/** Each is told of a thing once as new, also where it is widened or published again. */
const toldBefore = sql`exists (select 1 from notice n where n.person_id = p.id and n.contribution_id = c.id and n.what = t.what)`

/** Of one fact two features may tell the same person: what concerns them more stands, whichever was first. */
const nearest = sql`array['asked', 'city', 'watched', 'rooms']`
const isNearer = sql`array_position(${nearest}, excluded.area) < array_position(${nearest}, notice.area)`

/** Gives those who want to hear of it at once, by mail or on a device. Done twice it changes nothing. */
async function insertNotices(db: Db, { contributionId, factId, what, candidates }: Raising): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with t as materialized (select ${what}::text as what),
      f as materialized (select id, actor_id from fact where id = ${factId}),
      c as materialized (select * from contribution where id = ${contributionId} and state = 'published' and not demonstration),
      w as materialized (${candidates}),
      p as materialized (
        select p.id, w.area, w.why, w.since from w cross join c cross join f cross join t
          join person p on p.id = w.person_id join organisation o on o.id = p.organisation_id
          left join notice_setting s on s.person_id = p.id
        where ${mayHear} and ${concernsCity} and not ${toldBefore}),
      reading as materialized (select p.*, string_to_array(app.audiences_of(p.id), ',')::int[] as reached from p),
      fresh as (
        insert into notice (person_id, contribution_id, fact_id, area, what, why)
        select r.id, c.id, f.id, r.area, t.what, r.why from reading r cross join c cross join f cross join t
        where c.audience_id = any (r.reached) and (r.since is null or ${arrivedAt(sql`r.reached`)} >= r.since)
        order by r.id
        on conflict (person_id, fact_id) do update set area = excluded.area, what = excluded.what, why = excluded.why
          where notice.mailed_at is null and notice.read_at is null and ${isNearer} returning id, person_id, area)
    select fresh.id from fresh where ${rhythmOf(sql`fresh.person_id`, sql`fresh.area`)} = 'at_once'
      or ${hasDevice(sql`fresh.person_id`)} order by fresh.id`.execute(db.withTables<TrunkTables & NoticeTables>())
  return rows.map(({ id }) => id)
}

/** Notices and the facts by which they go out, or nothing. */
export const raiseNotices = (system: Db, raising: Raising): Promise<void> =>
  system.transaction().execute(async (db) => {
    const atOnce = await insertNotices(db, raising)
    const { contributionId } = raising
    await recordFacts(
      db,
      atOnce.map((notice) => ({ name: 'notice.raised', contributionId, data: { notice } })),
    )
  })

/** Whoever watches what this thing is about, where it comes from, whom it is for, or what kind of thing it is. */
export const watchersOf = (about: { readonly contributionId: number; readonly concepts: readonly string[] }) => sql`
  select s.person_id, case when bool_and(s.kind = 'audience') then 'rooms' else 'watched' end as area,
    jsonb_agg(jsonb_build_object('by', s.kind, 'ref', s.ref) order by s.kind, s.ref) as why, min(s.created_at) as since
  from contribution t cross join subscription s
  where t.id = ${about.contributionId} and ((s.kind = 'concept' and s.ref = any (${[...about.concepts]}::text[]))
    or (s.kind = 'organisation' and s.ref = t.organisation_id::text and not ${isRuled(sql`t.audience_id`)})
    or (s.kind = 'audience' and s.ref = t.audience_id::text) or (s.kind = 'kind' and s.ref = t.kind))
  group by s.person_id`

/** The concepts of what was published; undefined where it is not, or is hidden. */
export async function findConcepts(system: Db, contributionId: number): Promise<readonly string[] | undefined> {
  const row = await system
    .withTables<TrunkTables>()
    .selectFrom('contribution')
    .select('concepts')
    .where('id', '=', contributionId)
    .where('state', '=', 'published')
    .executeTakeFirst()
  return row?.concepts
}
