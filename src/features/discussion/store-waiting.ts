// Which replies wait for this person; asked as the person, so what is out of reach is neither listed nor counted.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Person } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { isHeard } from '#trunk/muting.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { DiscussionTables } from './tables.ts'

export interface WaitingReply {
  readonly id: number
  readonly contributionId: number
  readonly kind: string
  /** Of the contribution, as `titleLang`. */
  readonly title: string
  readonly titleLang: string
  readonly authorName: string | null
  readonly organisationName: string
  readonly lang: string
  /** Markdown. */
  readonly text: string
  readonly createdAt: Date
}

/** Published things that this person runs, or watches; what was said to them alone waits in a place of its own. Where whoever looks after it has left the city, its coordinators stand in. */
const concerning = ({ id, organisationId, role }: Person) => sql`
  select c.id, c.kind, c.title, c.lang from contribution c left join person steward on steward.id = c.steward_id
  where c.state = 'published' and not app.is_confided(c.kind) and ${isHeard(sql`${id}`, sql`c.id`)} and (
    (c.organisation_id = ${organisationId} and (c.steward_id = ${id}
      or (${role}::text = 'coordinator' and (steward.id is null or steward.left_at is not null or steward.organisation_id <> c.organisation_id))))
    or c.id = any ((select app.veiled())::int[])
    or exists (select 1 from watch w where w.contribution_id = c.id and w.person_id = ${id}))`
/** Of one's own city, or one's own in its place; below what one asked as a member city colleagues are others too. */
const ours = (reply: 'r' | 'ours', organisationId: number) => sql`(case when c.id = any ((select app.veiled())::int[])
  then ${sql.ref(`${reply}.author_id`)} is null else ${sql.ref(`${reply}.organisation_id`)} = ${organisationId} end)`

const columns = (
  lang: Lang,
) => sql`r.id, c.id as "contributionId", c.kind, c.title, c.lang as "titleLang", p.name as "authorName",
  ${organisationName(lang)} as "organisationName", r.lang, r.text, r.created_at as "createdAt"`

/** Newest first: written by other cities since then, not answered by one's own, not done with. */
export async function listWaiting(
  db: Db,
  person: Person,
  since: Date,
  most: number,
  lang: Lang,
): Promise<{ readonly replies: readonly WaitingReply[]; readonly total: number }> {
  const { rows } = await sql<WaitingReply & { total: number }>`
    with concerning as materialized (${concerning(person)})
    select ${columns(lang)}, count(*) over ()::int as total
    from concerning c join reply r on r.contribution_id = c.id
      join organisation o on o.id = r.organisation_id left join person p on p.id = r.author_id
    where r.created_at >= ${since} and r.withdrawn_at is null and not ${ours('r', person.organisationId)}
      and not exists (select 1 from reply ours where ours.contribution_id = c.id and ours.withdrawn_at is null
        and ${ours('ours', person.organisationId)} and ours.created_at >= r.created_at)
      and not exists (select 1 from discussion_reading d where d.contribution_id = c.id and d.reply_id >= r.id)
    order by r.created_at desc, r.id desc limit ${most}`.execute(db.withTables<TrunkTables & DiscussionTables>())
  return { replies: rows, total: rows[0]?.total ?? 0 }
}

/** Newest first: written by other cities since then under what colleagues run, and this person neither runs nor watches. */
export async function listForColleagues(
  db: Db,
  person: Person,
  since: Date,
  most: number,
  lang: Lang,
): Promise<readonly WaitingReply[]> {
  const { rows } = await sql<WaitingReply>`
    with concerning as materialized (${concerning(person)})
    select ${columns(lang)}
    from contribution c join reply r on r.contribution_id = c.id
      join organisation o on o.id = r.organisation_id left join person p on p.id = r.author_id
    where c.organisation_id = ${person.organisationId} and c.state = 'published' and not app.is_confided(c.kind)
      and c.id not in (select id from concerning) and ${isHeard(sql`${person.id}`, sql`c.id`)}
      and r.created_at >= ${since} and r.withdrawn_at is null and r.organisation_id <> ${person.organisationId}
    order by r.created_at desc, r.id desc limit ${most}`.execute(db.withTables<TrunkTables & DiscussionTables>())
  return rows
}

/** This reply and all before it are done with; an older click than the last takes nothing back. */
export async function noteReading(
  db: Db,
  personId: number,
  reply: { readonly id: number; readonly contributionId: number },
): Promise<void> {
  await db
    .withTables<DiscussionTables>()
    .insertInto('discussion_reading')
    .values({ person_id: personId, contribution_id: reply.contributionId, reply_id: reply.id })
    .onConflict((conflict) =>
      conflict
        .columns(['person_id', 'contribution_id'])
        .doUpdateSet({ reply_id: sql`greatest(discussion_reading.reply_id, excluded.reply_id)` }),
    )
    .execute()
}
