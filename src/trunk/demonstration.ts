// What loaders of the demonstration write on the trunk: as if somebody invented had done it on a day of its own, published at
// once and marked as invented. By the system only.
import type { Person } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import type { NewContribution } from './contributions.ts'
import type { TrunkTables } from './tables.ts'
import { unnamedSlug } from './veils.ts'

const tablesOf = (system: Db) => system.withTables<TrunkTables>()

export type InventedPerson = Pick<Person, 'id' | 'organisationId' | 'lang'>

/** By the name in an address, as the files have it. */
export const getInventedPerson = (system: Db, slug: string): Promise<InventedPerson> =>
  tablesOf(system)
    .selectFrom('person')
    .select(['id', 'organisation_id as organisationId', 'lang'])
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()

/** Titles are unique in the files: a second load knows by them what is there. */
export async function findInventedContribution(system: Db, kind: string, title: string): Promise<number | undefined> {
  const row = await tablesOf(system)
    .selectFrom('contribution')
    .select('id')
    .where('kind', '=', kind)
    .where('title', '=', title)
    .where('demonstration', '=', true)
    .executeTakeFirst()
  return row?.id
}

/** The city that is none. */
async function unnamed(system: Db): Promise<{ author_id: null; organisation_id: number }> {
  const { id } = await tablesOf(system)
    .selectFrom('organisation')
    .select('id')
    .where('slug', '=', unnamedSlug)
    .executeTakeFirstOrThrow()
  return { author_id: null, organisation_id: id }
}

type Author = Pick<InventedPerson, 'id' | 'organisationId'>

export interface InventedContribution extends NewContribution {
  readonly author: Author
  /** Asked as a member city. */
  readonly veiled?: boolean
  readonly at: Date
}

/** Gives its id. */
export async function insertInventedContribution(system: Db, fresh: InventedContribution): Promise<number> {
  const { author, audienceId, at, concepts = [], veiled = false, ...words } = fresh
  const times = { created_at: at, updated_at: at, published_at: at }
  const by = veiled ? await unnamed(system) : { author_id: author.id, organisation_id: author.organisationId }
  const of = { ...by, audience_id: audienceId }
  const { id } = await tablesOf(system)
    .insertInto('contribution')
    .values({ ...words, ...times, ...of, concepts: [...concepts], state: 'published', demonstration: true })
    .returning('id')
    .executeTakeFirstOrThrow()
  const asker = { person_id: author.id, organisation_id: author.organisationId }
  if (veiled)
    await tablesOf(system)
      .insertInto('veil')
      .values({ ...asker, contribution_id: id, coordinator_knows: false })
      .execute()
  return id
}

export interface InventedReply {
  /** Undefined: whoever asked as a member city. */
  readonly author: Author | undefined
  readonly lang: string
  readonly text: string
  readonly at: Date
}

/** Gives its id. */
export async function insertInventedReply(system: Db, contributionId: number, fresh: InventedReply): Promise<number> {
  const { author, lang, text, at } = fresh
  const by = author && { author_id: author.id, organisation_id: author.organisationId }
  const of = { contribution_id: contributionId, ...(by ?? (await unnamed(system))) }
  const { id } = await tablesOf(system)
    .insertInto('reply')
    .values({ ...of, lang, text, created_at: at, demonstration: true })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
