// Which replies went into which practice, and who hears of it; the latter asked as the system, for addresses are nobody else's.
import { sql } from 'kysely'
import type { AudienceKind } from '#kernel/audience.ts'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { isTold } from '#trunk/muting.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { GatheringTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & GatheringTables>()

/** `named`: the person's name as it stands in the draft. */
export async function insertGathered(
  db: Db,
  practiceId: number,
  replies: readonly { readonly id: number; readonly named: string | null }[],
): Promise<void> {
  if (replies.length === 0) return
  await tablesOf(db)
    .insertInto('gathered_reply')
    .values(replies.map(({ id, named }) => ({ practice_id: practiceId, reply_id: id, named })))
    .execute()
}

/** Replies below this question that were not taken back. */
export async function listStandingIds(db: Db, questionId: number): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ id: number }>`select id from reply
    where contribution_id = ${questionId} and withdrawn_at is null and hidden_at is null`.execute(tablesOf(db))
  return new Set(rows.map(({ id }) => id))
}

const reaches = sql`c.audience_id = any (string_to_array(app.audiences_of(p.id), ',')::int[]) and ${isTold(sql`p.id`, sql`c.id`)}`
/** Whose reply of this practice stands, unless they publish it themselves. */
const quoted = sql`from gathered_reply g join reply r on r.id = g.reply_id and r.withdrawn_at is null
  join contribution c on c.id = g.practice_id and c.state = 'published'
  join person p on p.id = r.author_id and p.left_at is null and p.id <> c.steward_id`

/** One fact for each, once; only whom the practice reaches. */
export const noteAnnouncements = (system: Db, practiceId: number): Promise<void> =>
  system.transaction().execute(async (db) => {
    // Published and widened at once are two jobs: the second waits, and sees whom the first has named.
    await sql`select from contribution where id = ${practiceId} for no key update`.execute(db)
    const { rows } = await sql<{ id: number }>`
      select distinct p.id ${quoted} where c.id = ${practiceId} and not c.demonstration and ${reaches}
        and not exists (select 1 from fact f where f.name = 'quotation.announced' and f.contribution_id = c.id
          and f.data ->> 'person' = p.id::text)
      order by p.id`.execute(tablesOf(db))
    for (const { id: person } of rows)
      await recordFact(db, { name: 'quotation.announced', contributionId: practiceId, data: { person } })
  })

export interface Announcement {
  readonly name: string
  readonly email: string
  readonly lang: Lang
  readonly title: string
  readonly cityName: string
  readonly audienceKind: AudienceKind
  /** For a room under the Chatham House Rule. */
  readonly chatham: boolean
}

/** What the mail says; undefined when it does not reach the person any more or they muted it, or their reply was taken back. */
export async function findAnnouncement(
  system: Db,
  practiceId: number,
  personId: number,
): Promise<Announcement | undefined> {
  const { rows } = await sql<Announcement>`
    select p.name, p.email, p.lang, c.title, coalesce(o.names ->> p.lang, o.name) as "cityName", a.kind as "audienceKind",
      exists (select 1 from room where room.audience_id = c.audience_id and room.chatham) as chatham
    ${quoted} join organisation o on o.id = c.organisation_id join audience a on a.id = c.audience_id
    where c.id = ${practiceId} and p.id = ${personId} and ${reaches} limit 1`.execute(tablesOf(system))
  return rows[0]
}
