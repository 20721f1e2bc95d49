// Audiences a person may choose from, and what one is called.
import { sql } from 'kysely'
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

/** Every audience that reaches this viewer, widest first: what a form offers. Nothing is put into an archived room. */
export const listAudiences = (db: Db, lang: Lang): Promise<Audience[]> =>
  audienceQuery(db, lang)
    .where('room.archived_at', 'is', null)
    .orderBy(sql`array_position(array['public', 'network', 'forum', 'room', 'organisation', 'persons'], audience.kind)`)
    .orderBy('audience.id')
    .limit(200)
    .execute()

/** One audience within the viewer's reach, or undefined. */
export const findAudience = (db: Db, id: number, lang: Lang): Promise<Audience | undefined> =>
  audienceQuery(db, lang).where('audience.id', '=', id).executeTakeFirst()

/** To whom others said what a contribution was made of; undefined where it is nobody else's. Also where that is out of reach. */
export async function findSaidTo(db: Db, contributionId: number): Promise<Pick<Audience, 'id' | 'kind'> | undefined> {
  const { rows } = await sql<Pick<Audience, 'id' | 'kind'>>`
    select id, app.kind_of_audience(id) as kind from app.said_to(${contributionId}) as id where id is not null`.execute(
    db,
  )
  return rows[0]
}

/** A new audience of named persons (TLP:RED); whoever names them is in it. Unknown or repeated ids are left out. */
export async function createPersonsAudience(db: Db, creatorId: number, personIds: readonly number[]): Promise<number> {
  const tables = db.withTables<TrunkTables>()
  const { id } = await tables
    .insertInto('audience')
    .values({ kind: 'persons', created_by: creatorId, forum_id: null, organisation_id: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  const known = await tables
    .selectFrom('person')
    .select('id')
    .where('id', 'in', [creatorId, ...personIds])
    .execute()
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
