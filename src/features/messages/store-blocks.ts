// From whom somebody takes no messages: their own list, which nobody else reads. And to whom a mail goes, asked as the system.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { isTold } from '#trunk/muting.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { OwnHindrance } from './message.ts'
import type { MessageTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & MessageTables>()

export interface Blocked {
  readonly slug: string
  readonly name: string
  readonly organisationName: string
}
export interface Closings {
  /** No messages from anybody at present. */
  readonly everybody: boolean
  readonly persons: readonly Blocked[]
}

/** One's own, by name. Whoever has left stays on it: they may come back. */
export async function findClosings(db: Db, lang: Lang): Promise<Closings> {
  const rows = await tablesOf(db)
    .selectFrom('message_block as b')
    .leftJoin('person as p', 'p.id', 'b.blocked_id')
    .leftJoin('organisation as o', 'o.id', 'p.organisation_id')
    .select(['b.blocked_id', 'p.slug', 'p.name'])
    .select(organisationName(lang).as('organisationName'))
    .orderBy('p.name')
    .limit(1000)
    .execute()
  const persons = rows.flatMap(({ slug, name, organisationName: city }) =>
    slug === null || name === null ? [] : [{ slug, name, organisationName: city ?? '' }],
  )
  return { everybody: rows.some(({ blocked_id }) => blocked_id === null), persons }
}

/** Why the viewer cannot write to this person, by their own choice. */
export async function findHindrance(db: Db, readerId: number): Promise<OwnHindrance | undefined> {
  const rows = await tablesOf(db)
    .selectFrom('message_block')
    .select('blocked_id')
    .where((where) => where.or([where('blocked_id', '=', readerId), where('blocked_id', 'is', null)]))
    .execute()
  if (rows.length === 0) return undefined
  return rows.some(({ blocked_id }) => blocked_id !== null) ? 'blocked' : 'everybody'
}

/** A second time changes nothing. */
export async function block(db: Db, personId: number, blockedId: number | null): Promise<void> {
  await sql`insert into message_block (person_id, blocked_id) values (${personId}, ${blockedId})
    on conflict (person_id, coalesce(blocked_id, 0)) do nothing`.execute(db)
}

export const endBlock = (db: Db, blockedId: number | null): Promise<unknown> =>
  tablesOf(db)
    .deleteFrom('message_block')
    .where('blocked_id', blockedId === null ? 'is' : '=', blockedId)
    .execute()

/** Whom somebody blocks or lets write again; also who has left meanwhile. */
export const findPersonId = (db: Db, slug: string): Promise<{ readonly id: number } | undefined> =>
  tablesOf(db).selectFrom('person').select('id').where('slug', '=', slug).executeTakeFirst()

export interface Addressee {
  readonly personId: number
  readonly name: string
  readonly email: string
  readonly lang: Lang
}

/** Of a message that was just begun; undefined where its reader left, muted it or blocked its writer meanwhile, or it is hidden. */
export async function findAddressee(system: Db, id: number): Promise<Addressee | undefined> {
  const { rows } = await sql<Addressee>`
    select p.id as "personId", p.name, p.email, p.lang from message m join contribution c on c.id = m.contribution_id
      join person p on p.id = m.to_id and p.left_at is null
    where m.contribution_id = ${id} and c.state = 'published' and not c.demonstration and ${isTold(sql`p.id`, sql`c.id`)}
      and c.audience_id = any (string_to_array(app.audiences_of(p.id), ',')::int[])`.execute(tablesOf(system))
  return rows[0]
}
