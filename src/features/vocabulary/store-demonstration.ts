// Queries of the demonstration's loader; by the system only, into a new database.
import type { Person } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { VocabularyTables } from './tables.ts'

const tablesOf = (system: Db) => system.withTables<TrunkTables & VocabularyTables>()

export type Invented = Pick<Person, 'id' | 'organisationId' | 'lang'>

export const findInvented = (system: Db, slug: string): Promise<Invented> =>
  tablesOf(system)
    .selectFrom('person')
    .select(['id', 'organisation_id as organisationId', 'lang'])
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()

export async function isLoaded(system: Db): Promise<boolean> {
  const row = await tablesOf(system)
    .selectFrom('contribution')
    .select('id')
    .where('kind', '=', 'proposal')
    .where('demonstration', '=', true)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export interface DemonstrationProposal {
  readonly title: string
  readonly lang: string
  readonly concept: string
  readonly author: Invented
  readonly audienceId: number
  readonly at: Date
}

export async function insertDemonstration(system: Db, fresh: DemonstrationProposal): Promise<number> {
  const { author, audienceId, at, concept, ...words } = fresh
  const times = { created_at: at, updated_at: at, published_at: at }
  const of = { author_id: author.id, organisation_id: author.organisationId, audience_id: audienceId }
  const { id } = await tablesOf(system)
    .insertInto('contribution')
    .values({
      ...words,
      ...times,
      ...of,
      kind: 'proposal',
      concepts: [concept],
      state: 'published',
      demonstration: true,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A decision is dated by the database; in the demonstration it belongs to its own day. */
export async function dateDecision(system: Db, proposalId: number, at: Date): Promise<void> {
  const tables = tablesOf(system)
  const { addition_id } = await tables
    .updateTable('proposal_decision')
    .set({ decided_at: at })
    .where('contribution_id', '=', proposalId)
    .returning('addition_id')
    .executeTakeFirstOrThrow()
  if (addition_id !== null)
    await tables.updateTable('vocabulary_addition').set({ added_at: at }).where('id', '=', addition_id).execute()
}

export async function insertDemonstrationReply(
  system: Db,
  proposalId: number,
  reply: { readonly author: Invented; readonly text: string; readonly at: Date },
): Promise<void> {
  const { author, text, at } = reply
  await tablesOf(system)
    .insertInto('reply')
    .values({
      ...{ contribution_id: proposalId, author_id: author.id, organisation_id: author.organisationId },
      ...{ lang: author.lang, text, created_at: at, demonstration: true },
    })
    .execute()
}
