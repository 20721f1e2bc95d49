// Messages and who writes with whom; row-level security shows them to the two and to nobody else.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { PageOf } from '#kernel/page.ts'
import { notFound } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { getContribution } from '#trunk/contributions.ts'
import { isHeard } from '#trunk/muting.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Correspondent, Message, MessageLine, OwnHindrance } from './message.ts'
import type { MessageTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & MessageTables>()

const persons = (db: Db, lang: Lang) =>
  tablesOf(db)
    .selectFrom('person as p')
    .innerJoin('organisation as o', 'o.id', 'p.organisation_id')
    .select([
      'p.id',
      'p.slug',
      'p.name',
      'p.organisation_id as organisationId',
      'o.slug as organisationSlug',
      'o.country',
    ])
    .select(organisationName(lang).as('organisationName'))

/** Somebody within reach who works there now; guests of a room come for the room alone. */
export const findReader = (db: Db, slug: string, lang: Lang): Promise<Correspondent | undefined> =>
  persons(db, lang)
    .where('p.slug', '=', slug)
    .where('p.left_at', 'is', null)
    .where('p.guest', '=', false)
    .executeTakeFirst()

/** With the audience of the two; undefined where it cannot be delivered, whatever the reason. */
export async function beginMessage(
  db: Db,
  readerId: number,
  { title, lang }: { readonly title: string; readonly lang: string },
): Promise<{ readonly id: number; readonly audienceId: number } | undefined> {
  const { rows } = await sql<{
    id: number | null
  }>`select app.begin_message(${readerId}, ${title}, ${lang}) as id`.execute(db)
  const id = rows[0]?.id ?? undefined
  if (id === undefined) return undefined
  const row = await tablesOf(db)
    .selectFrom('contribution')
    .select('audience_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { id, audienceId: row.audience_id }
}

/** Of the message `m` with its contribution `c`: when the other, and when the viewer, wrote last; and how much was said. */
const said = sql`lateral (
  select count(*)::int as words, max(r.created_at) as at,
    max(r.created_at) filter (where r.author_id is distinct from app.person()) as theirs,
    max(r.created_at) filter (where r.author_id = app.person()) as ours
  from reply r where r.contribution_id = c.id and r.withdrawn_at is null) said`
/** So the viewer answers, says that it needs no answer, or leaves it waiting. */
const waiting = sql<boolean>`coalesce(said.theirs > greatest(said.ours, (
  select d.at from message_done d where d.contribution_id = c.id and d.person_id = app.person()), '-infinity'), false)`
const other = sql`case when c.author_id = app.person() then m.to_id else c.author_id end`

const hindrance = sql<OwnHindrance | null>`case
  when exists (select 1 from message_block b where b.blocked_id = ${other}) then 'blocked'
  when exists (select 1 from message_block b where b.blocked_id is null) then 'everybody' end`

/** Within reach, or a stop (not found, gone). */
export async function getMessage(db: Db, id: number | undefined, lang: Lang): Promise<Message> {
  const contribution = await getContribution(db, 'message', id, lang)
  const { rows } = await sql<{ otherId: number; left: boolean; waiting: boolean; hindrance: OwnHindrance | null }>`
    select ${other} as "otherId", coalesce(p.left_at is not null, false) as "left", ${waiting} as waiting, ${hindrance} as hindrance
    from message m join contribution c on c.id = m.contribution_id left join person p on p.id = ${other} cross join ${said}
    where m.contribution_id = ${contribution.id}`.execute(tablesOf(db))
  const [own] = rows
  if (own === undefined) throw notFound()
  const reader = await persons(db, lang).where('p.id', '=', own.otherId).executeTakeFirst()
  const { left } = own
  return {
    ...contribution,
    other: reader && { ...reader, left },
    waiting: own.waiting,
    hindrance: own.hindrance ?? undefined,
  }
}

const messagesPerPage = 20

/** Every word must be in the subject, in what was said, or in the other's name. */
const holds = (words: string) =>
  words
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 8)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
    .map(
      (like) => sql`and (c.title ilike ${like} or p.name ilike ${like} or exists (
      select 1 from reply r where r.contribution_id = c.id and r.withdrawn_at is null and r.text ilike ${like}))`,
    )

const listed = (words: string, onlyWaiting: boolean) => sql`
  from message m join contribution c on c.id = m.contribution_id
    left join person p on p.id = ${other} left join organisation o on o.id = p.organisation_id cross join ${said}
  where c.state = 'published' and app.person() in (c.author_id, m.to_id)
    and (not ${onlyWaiting}::boolean or (${waiting} and ${isHeard(sql`app.person()`, sql`c.id`)})) ${sql.join(holds(words), sql` `)}`

interface Wishes {
  readonly words?: string
  readonly page?: number
  /** For the home page: what was muted waits in the inbox only. */
  readonly onlyWaiting?: boolean
}

/** One's own, the one in which something was said last first. */
export async function listMessages(
  db: Db,
  { words = '', page = 1, onlyWaiting = false }: Wishes,
  lang: Lang,
): Promise<PageOf<MessageLine>> {
  const of = listed(words, onlyWaiting)
  const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total ${of}`.execute(tablesOf(db))
  const { rows } = await sql<MessageLine>`
    select c.id, c.title, c.lang, p.name as "otherName", ${organisationName(lang)} as "organisationName", said.words,
      coalesce(said.at, c.published_at) as at, ${waiting} as waiting ${of}
    order by at desc, c.id desc limit ${messagesPerPage} offset ${(page - 1) * messagesPerPage}`.execute(tablesOf(db))
  return { items: rows, number: page, size: messagesPerPage, total: counted[0]?.total ?? 0 }
}

/** Until the other writes again. */
export async function noteDone(db: Db, id: number, personId: number): Promise<void> {
  const own = { contribution_id: id, person_id: personId }
  await tablesOf(db)
    .deleteFrom('message_done')
    .where('contribution_id', '=', id)
    .where('person_id', '=', personId)
    .execute()
  await tablesOf(db).insertInto('message_done').values(own).execute()
}
