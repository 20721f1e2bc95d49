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

/** Of the demonstration; titles are unique in its files. */
export async function findByTitle(
  system: Db,
  kind: 'question' | 'practice',
  title: string,
): Promise<number | undefined> {
  const row = await tablesOf(system)
    .selectFrom('contribution')
    .select('id')
    .where('kind', '=', kind)
    .where('title', '=', title)
    .where('demonstration', '=', true)
    .executeTakeFirst()
  return row?.id
}

export interface DemonstrationQuestion {
  readonly title: string
  readonly summary: string
  readonly lang: string
  readonly concepts: readonly string[]
  readonly author: Author
  readonly audienceId: number
  readonly at: Date
}

export async function insertDemonstration(system: Db, fresh: DemonstrationQuestion): Promise<number> {
  const { author, audienceId, at, concepts, ...words } = fresh
  const times = { created_at: at, updated_at: at, published_at: at }
  const of = { author_id: author.id, organisation_id: author.organisationId, audience_id: audienceId }
  const { id } = await tablesOf(system)
    .insertInto('contribution')
    .values({
      ...words,
      ...times,
      ...of,
      concepts: [...concepts],
      kind: 'question',
      state: 'published',
      demonstration: true,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function insertDemonstrationReply(
  system: Db,
  questionId: number,
  reply: { readonly author: Author; readonly language: string; readonly text: string; readonly at: Date },
): Promise<number> {
  const { author, language, text, at } = reply
  const { id } = await tablesOf(system)
    .insertInto('reply')
    .values({
      contribution_id: questionId,
      author_id: author.id,
      organisation_id: author.organisationId,
      lang: language,
      text,
      created_at: at,
      demonstration: true,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
