// Queries of the demonstration's loader; by the system only, into a new database.
import { type Insertable, sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from '#trunk/tables.ts'

const tablesOf = (system: Db) => system.withTables<TrunkTables>()

export const findPersonBySlug = (system: Db, slug: string) =>
  tablesOf(system)
    .selectFrom('person')
    .select(['id', 'organisation_id'])
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()

const organisationId = async (system: Db, slug: string): Promise<number> =>
  (await tablesOf(system).selectFrom('organisation').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()).id

export interface DemonstrationPractice {
  readonly title: string
  readonly summary: string
  readonly lang: string
  readonly concepts: string[]
  readonly author_id: number
  readonly organisationSlug: string
  readonly audience_id: number
  readonly state: 'draft' | 'published'
  readonly at: Date
}

/** The new contribution's id; undefined when one of this title stands there for this organisation already. */
export async function insertDemonstration(system: Db, fresh: DemonstrationPractice): Promise<number | undefined> {
  const { organisationSlug, at, ...row } = fresh
  const organisation_id = await organisationId(system, organisationSlug)
  const known = await tablesOf(system)
    .selectFrom('contribution')
    .select('id')
    .where('title', '=', row.title)
    .where('organisation_id', '=', organisation_id)
    .executeTakeFirst()
  if (known !== undefined) return undefined
  const times = { created_at: at, updated_at: at, published_at: row.state === 'published' ? at : null }
  const { id } = await tablesOf(system)
    .insertInto('contribution')
    .values({ ...row, ...times, kind: 'practice', organisation_id, demonstration: true })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A practice of the demonstration by its title, which is unique in its files. */
export const findDemonstration = (system: Db, title: string) =>
  tablesOf(system)
    .selectFrom('contribution')
    .select([
      'id',
      sql<number>`author_id`.as('authorId'),
      'organisation_id as organisationId',
      'audience_id as audienceId',
      'state',
    ])
    .where('kind', '=', 'practice')
    .where('title', '=', title)
    .where('demonstration', '=', true)
    .executeTakeFirstOrThrow()

/** The audience that a forum or an organisation has from its first moment. */
export async function findAudienceOf(system: Db, of: { forum: string } | { organisation: string }): Promise<number> {
  const query = tablesOf(system).selectFrom('audience as a').select('a.id')
  const row =
    'forum' in of
      ? await query
          .innerJoin('forum as f', 'f.id', 'a.forum_id')
          .where('f.slug', '=', of.forum)
          .executeTakeFirstOrThrow()
      : await query
          .innerJoin('organisation as o', 'o.id', 'a.organisation_id')
          .where('o.slug', '=', of.organisation)
          .executeTakeFirstOrThrow()
  return row.id
}

export async function insertPersonsAudience(system: Db, personIds: readonly number[]): Promise<number> {
  const { id } = await tablesOf(system)
    .insertInto('audience')
    .values({ kind: 'persons', created_by: personIds[0] ?? null, forum_id: null, organisation_id: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tablesOf(system)
    .insertInto('audience_person')
    .values(personIds.map((person_id) => ({ audience_id: id, person_id })))
    .execute()
  return id
}

export const insertDemonstrationReply = (system: Db, reply: Omit<Insertable<TrunkTables['reply']>, 'demonstration'>) =>
  tablesOf(system)
    .insertInto('reply')
    .values({ ...reply, demonstration: true })
    .execute()

/** Asked and joined in one step: the demonstration does not wait for invented people. */
export const insertCoAuthor = (
  system: Db,
  contributionId: number,
  namedBy: number,
  person: { readonly id: number; readonly organisation_id: number },
  at: Date,
) =>
  tablesOf(system)
    .insertInto('co_author')
    .values({
      contribution_id: contributionId,
      person_id: person.id,
      organisation_id: person.organisation_id,
      named_by: namedBy,
      joined_at: at,
    })
    .execute()
