// Audiences a person may choose from, and what one is called.
import { type RawBuilder, sql } from 'kysely'
import type { Audience } from '#kernel/audience.ts'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from './organisations.ts'
import type { TrunkTables } from './tables.ts'

const audienceQuery = (db: Db, lang: Lang) =>
  db
    .withTables<TrunkTables>()
    .selectFrom('audience')
    .leftJoin('forum', 'forum.id', 'audience.forum_id')
    .leftJoin('organisation as o', 'o.id', 'audience.organisation_id')
    .leftJoin('room', 'room.audience_id', 'audience.id')
    .select([
      'audience.id',
      'audience.kind',
      sql<
        string | null
      >`coalesce(${organisationName(lang)}, forum.names ->> ${lang}, forum.names ->> 'en', room.name)`.as('name'),
    ])

/** Nothing is put into an archived room, and by a guest into nothing but a room. */
const choosable = (db: Db, lang: Lang) =>
  audienceQuery(db, lang)
    .where('room.archived_at', 'is', null)
    .where(sql<boolean>`(audience.kind = 'room' or not (select app.is_guest()))`)

/** Every audience that this viewer may choose, widest first: what a form offers. */
export const listAudiences = (db: Db, lang: Lang): Promise<Audience[]> =>
  choosable(db, lang)
    .orderBy(sql`array_position(array['public', 'network', 'forum', 'room', 'organisation', 'persons'], audience.kind)`)
    .orderBy('audience.id')
    .limit(200)
    .execute()

/** One that may be chosen, or undefined: a form may have been open while its room was archived. */
export const findChoosable = (db: Db, id: number, lang: Lang): Promise<Audience | undefined> =>
  choosable(db, lang).where('audience.id', '=', id).executeTakeFirst()

/** One audience within the viewer's reach, or undefined: what it is called, also where nothing can be put into it. */
export const findAudience = (db: Db, id: number, lang: Lang): Promise<Audience | undefined> =>
  audienceQuery(db, lang).where('audience.id', '=', id).executeTakeFirst()

/**
 * Whether a mail about something for this audience names nothing of it: it passes through hands that are not in it. So for
 * named persons (TLP:RED), and in a room under the Chatham House Rule. `audience` is a row's id.
 */
export const isNamedNowhere = (audience: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`(app.kind_of_audience(${audience}) = 'persons'
    or exists (select 1 from room ruled where ruled.audience_id = ${audience} and ruled.chatham))`

/** To whom others said what a contribution was made of; undefined where it is nobody else's. Also where that is out of reach. */
export async function findSaidTo(db: Db, contributionId: number): Promise<Pick<Audience, 'id' | 'kind'> | undefined> {
  const { rows } = await sql<Pick<Audience, 'id' | 'kind'>>`
    select id, app.kind_of_audience(id) as kind from app.said_to(${contributionId}) as id where id is not null`.execute(
    db,
  )
  return rows[0]
}

/**
 * A new audience of named persons (TLP:RED); whoever names them is in it. Unknown or repeated ids are left out, guests too.
 * Undefined for a guest, who gives nothing but to their rooms.
 */
export async function createPersonsAudience(
  db: Db,
  creatorId: number,
  personIds: readonly number[],
): Promise<number | undefined> {
  const tables = db.withTables<TrunkTables>()
  const known = await tables
    .selectFrom('person')
    .select('id')
    .where('id', 'in', [creatorId, ...personIds])
    .where('guest', '=', false)
    .execute()
  if (!known.some(({ id }) => id === creatorId)) return undefined
  const { id } = await tables
    .insertInto('audience')
    .values({ kind: 'persons', created_by: creatorId, forum_id: null, organisation_id: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tables
    .insertInto('audience_person')
    .values(known.map((person) => ({ audience_id: id, person_id: person.id })))
    .execute()
  return id
}

/** Names of the persons of a `persons` audience within reach, for "who can see this". */
export async function listAudiencePersons(db: Db, audienceId: number): Promise<string[]> {
  const rows = await db
    .withTables<TrunkTables>()
    .selectFrom('audience_person')
    .innerJoin('person', 'person.id', 'audience_person.person_id')
    .select('person.name')
    .where('audience_id', '=', audienceId)
    .orderBy('person.name')
    .limit(200)
    .execute()
  return rows.map((row) => row.name)
}
