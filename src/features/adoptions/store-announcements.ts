// Who hears that a city takes over a practice, asked as the system: reach is judged for each of them, in both things.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { isNamedNowhere } from '#trunk/audiences.ts'
import { recordFact } from '#trunk/facts.ts'
import { isTold } from '#trunk/muting.ts'
import type { TrunkTables } from '#trunk/tables.ts'

const tablesOf = (system: Db) => system.withTables<TrunkTables>()

const reaches = (thing: 'c' | 'pr') =>
  sql`${sql.ref(`${thing}.audience_id`)} = any (string_to_array(app.audiences_of(p.id), ',')::int[])`

/** Whoever muted either wants to hear of neither. */
const told = sql`${isTold(sql`p.id`, sql`c.id`)} and ${isTold(sql`p.id`, sql`pr.id`)}`

/** Who looks after the practice; where they have left the city, its coordinators. Only whom both reach, and whom nobody told yet. */
async function listUntold(system: Db, adoptionId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select p.id from contribution c join adoption_origin origin on origin.contribution_id = c.id
      join contribution pr on pr.id = origin.practice_id join person steward on steward.id = pr.steward_id
      join person p on p.left_at is null and p.organisation_id = pr.organisation_id and p.id <> c.author_id
    where c.id = ${adoptionId} and c.state = 'published' and pr.state = 'published' and not c.demonstration
      and (p.id = pr.steward_id
        or (p.role = 'coordinator' and (steward.left_at is not null or steward.organisation_id <> pr.organisation_id)))
      and ${reaches('c')} and ${reaches('pr')} and ${told}
      and not exists (select 1 from fact f where f.name = 'adoption.announced' and f.contribution_id = c.id
        and f.data ->> 'person' = p.id::text)
    order by p.id`.execute(tablesOf(system))
  return rows.map(({ id }) => id)
}

/** One fact for each, so that each mail is a job of its own: what fails for one is not sent twice to another. */
export const noteAnnouncements = (system: Db, adoptionId: number): Promise<void> =>
  system.transaction().execute(async (db) => {
    for (const person of await listUntold(db, adoptionId))
      await recordFact(db, { name: 'adoption.announced', contributionId: adoptionId, data: { person } })
  })

/** Who watches the practice, and reaches it now; whoever looks after it hears in another way. For notices, which judge the rest. */
export const practiceWatchers = (adoptionId: number) => sql`
  select w.person_id, 'watched' as area, '[{"by": "thing"}]'::jsonb as why, null::timestamptz as since
  from adoption_origin origin join contribution pr on pr.id = origin.practice_id and pr.state = 'published'
    join watch w on w.contribution_id = pr.id join person p on p.id = w.person_id
  where origin.contribution_id = ${adoptionId} and p.id is distinct from pr.steward_id and ${reaches('pr')}`

export interface Announcement {
  readonly name: string
  readonly email: string
  readonly lang: Lang
  readonly cityName: string
  readonly practiceTitle: string
  /** The adoption or the practice is. */
  readonly namedNowhere: boolean
}

/** What the mail says; undefined when the person no longer reaches both or muted one of them, or one was withdrawn meanwhile. */
export async function findAnnouncement(
  system: Db,
  adoptionId: number,
  personId: number,
): Promise<Announcement | undefined> {
  const { rows } = await sql<Announcement>`
    select p.name, p.email, p.lang, coalesce(o.names ->> p.lang, o.name) as "cityName", pr.title as "practiceTitle",
      ${isNamedNowhere(sql`c.audience_id`)} or ${isNamedNowhere(sql`pr.audience_id`)} as "namedNowhere"
    from contribution c join adoption_origin origin on origin.contribution_id = c.id
      join contribution pr on pr.id = origin.practice_id join organisation o on o.id = c.organisation_id
      join person p on p.id = ${personId} and p.left_at is null and p.organisation_id = pr.organisation_id
    where c.id = ${adoptionId} and c.state = 'published' and pr.state = 'published'
      and ${reaches('c')} and ${reaches('pr')} and ${told}`.execute(tablesOf(system))
  return rows[0]
}
