// Queries of the demonstration's loader; by the system only, into a new database.
import type { Person } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from '#trunk/tables.ts'

const tablesOf = (system: Db) => system.withTables<TrunkTables>()

type Author = Pick<Person, 'id' | 'organisationId'>

export const findAuthor = (system: Db, slug: string): Promise<Author> =>
  tablesOf(system)
    .selectFrom('person')
    .select(['id', 'organisation_id as organisationId'])
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()

const findByTitle = async (system: Db, kind: string, title: string): Promise<number | undefined> => {
  const row = await tablesOf(system)
    .selectFrom('contribution')
    .select('id')
    .where('kind', '=', kind)
    .where('title', '=', title)
    .where('demonstration', '=', true)
    .executeTakeFirst()
  return row?.id
}

/** The practice that is taken over; undefined when this adoption stands there already. */
export const findPracticeByTitle = async (system: Db, practice: string, adoption: string) =>
  (await findByTitle(system, 'adoption', adoption)) === undefined
    ? findByTitle(system, 'practice', practice)
    : undefined

export interface DemonstrationAdoption {
  readonly title: string
  readonly summary: string
  readonly lang: string
  readonly author: Author
  readonly audienceId: number
  readonly at: Date
}

export async function insertDemonstration(system: Db, fresh: DemonstrationAdoption): Promise<number> {
  const { author, audienceId, at, ...words } = fresh
  const times = { created_at: at, updated_at: at, published_at: at }
  const of = { author_id: author.id, organisation_id: author.organisationId, audience_id: audienceId }
  const { id } = await tablesOf(system)
    .insertInto('contribution')
    .values({ ...words, ...times, ...of, kind: 'adoption', state: 'published', demonstration: true })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
