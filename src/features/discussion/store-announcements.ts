// Who hears of a reply, asked as the system: addresses are nobody else's to read, and reach is judged for each of them.
import { sql } from 'kysely'
import type { AudienceKind } from '#kernel/audience.ts'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { isNamedNowhere } from '#trunk/audiences.ts'
import { recordFact } from '#trunk/facts.ts'
import { isTold } from '#trunk/muting.ts'
import type { TrunkTables } from '#trunk/tables.ts'

/** The person `p` is a co-author of the contribution `c`, and still where they were named. */
const writesWith = sql`exists (select 1 from co_author co where co.contribution_id = c.id and co.person_id = p.id
  and co.organisation_id = p.organisation_id and co.joined_at is not null)`
/** They asked it as a member city, and still work there. */
const asked = sql`exists (select 1 from veil v where v.contribution_id = c.id and v.person_id = p.id and v.organisation_id = p.organisation_id)`
const reaches = sql`(c.audience_id = any (string_to_array(app.audiences_of(p.id), ',')::int[]) or ${writesWith})`

/** Also of a call: whoever muted it wants to hear nothing of it. */
const heard = isTold(sql`p.id`, sql`c.id`)

/** The reply `r` calls the person `p`. */
const calls = sql<boolean>`exists (select 1 from reply_mention m where m.reply_id = r.id and m.person_id = p.id)`

/**
 * Whoever runs what was asked about, also who asked it as a member city, whoever watches it, and whom the reply calls; never the one who wrote.
 * Where whoever runs it has left the city,
 * its coordinators stand in. Only those whom the contribution reaches in this moment, and whom nobody told yet.
 */
async function listUntold(system: Db, replyId: number, onlyCalled: boolean): Promise<number[]> {
  // In this order whatever the planner knows: to judge everybody's reach of everything takes a second in a small network.
  const { rows } = await sql<{ id: number }>`
    with r as materialized (select * from reply where id = ${replyId} and withdrawn_at is null and not demonstration),
      c as materialized (select thing.* from contribution thing join r on r.contribution_id = thing.id where thing.state = 'published'),
      p as materialized (
        select p.id, p.organisation_id from r cross join c left join person steward on steward.id = c.steward_id
          join person p on p.left_at is null and p.id is distinct from r.author_id
        where not (r.author_id is null and ${asked})
          and (${calls} or (not ${onlyCalled}::boolean and (
            exists (select 1 from watch w where w.person_id = p.id and w.contribution_id = c.id)
            or ${writesWith} or ${asked}
            or (p.organisation_id = c.organisation_id
              and (p.id = c.steward_id
                or (p.role = 'coordinator' and (steward.left_at is not null or steward.organisation_id <> c.organisation_id)))))))
          and ${heard}
          and not exists (select 1 from fact f where f.name = 'reply.announced' and f.contribution_id = c.id
            and f.data ->> 'reply' = r.id::text and f.data ->> 'person' = p.id::text))
    select p.id from p cross join c where ${reaches} order by p.id`.execute(system.withTables<TrunkTables>())
  return rows.map(({ id }) => id)
}

/**
 * One fact for each, so that each mail is a job of its own: what fails for one is not sent twice to another. `onlyCalled`:
 * the reply was changed, and nobody hears of it but whom it calls now.
 */
export const noteAnnouncements = (
  system: Db,
  replyId: number,
  contributionId: number,
  onlyCalled: boolean,
): Promise<void> =>
  system.transaction().execute(async (db) => {
    // Given and changed at once are two jobs: the second waits, and sees whom the first has named.
    await sql`select from reply where id = ${replyId} for no key update`.execute(db)
    for (const person of await listUntold(db, replyId, onlyCalled))
      await recordFact(db, { name: 'reply.announced', contributionId, data: { reply: replyId, person } })
  })

export interface Announcement {
  readonly name: string
  readonly email: string
  readonly lang: Lang
  readonly contributionId: number
  readonly kind: string
  readonly title: string
  readonly audienceKind: AudienceKind
  /** Null: whoever asked as a member city. */
  readonly authorName: string | null
  readonly cityName: string
  readonly text: string
  /** By an @ and their name. */
  readonly called: boolean
  /** They look after what was replied to, or wrote it. */
  readonly runs: boolean
  /** Said in a room under the Chatham House Rule. */
  readonly chatham: boolean
}

/** What the mail says; undefined when the person no longer reaches it or has muted it, or the reply was taken back meanwhile. */
export async function findAnnouncement(
  system: Db,
  replyId: number,
  personId: number,
): Promise<Announcement | undefined> {
  const { rows } = await sql<Announcement>`
    select p.name, p.email, p.lang, c.id as "contributionId", c.kind, c.title, a.kind as "audienceKind",
      w.name as "authorName", coalesce(o.names ->> p.lang, o.name) as "cityName", r.text, ${calls} as called,
      (p.id = c.steward_id or ${writesWith} or ${asked}) as runs,
      exists (select 1 from room where room.audience_id = c.audience_id and room.chatham) as chatham
    from reply r join contribution c on c.id = r.contribution_id join audience a on a.id = c.audience_id
      left join person w on w.id = r.author_id join organisation o on o.id = r.organisation_id
      join person p on p.id = ${personId} and p.left_at is null
    where r.id = ${replyId} and r.withdrawn_at is null and c.state = 'published'
      and ${reaches} and ${heard}`.execute(system.withTables<TrunkTables>())
  return rows[0]
}

export interface AskedToWrite {
  readonly name: string
  readonly email: string
  readonly lang: Lang
  readonly kind: string
  readonly title: string
  readonly namedNowhere: boolean
  readonly authorName: string
  readonly cityName: string
}

/** What the invitation to write together says; undefined when it was taken back, answered or muted, or the person has left. */
export async function findAskedToWrite(
  system: Db,
  contributionId: number,
  personId: number,
): Promise<AskedToWrite | undefined> {
  const { rows } = await sql<AskedToWrite>`
    select p.name, p.email, p.lang, c.kind, c.title, ${isNamedNowhere(sql`c.audience_id`)} as "namedNowhere", n.name as "authorName",
      coalesce(o.names ->> p.lang, o.name) as "cityName"
    from co_author w join contribution c on c.id = w.contribution_id
      join person n on n.id = w.named_by join organisation o on o.id = c.organisation_id
      join person p on p.id = w.person_id and p.left_at is null and p.organisation_id = w.organisation_id
    where w.contribution_id = ${contributionId} and w.person_id = ${personId} and w.joined_at is null
      and c.state <> 'withdrawn' and ${heard}`.execute(system.withTables<TrunkTables>())
  return rows[0]
}
