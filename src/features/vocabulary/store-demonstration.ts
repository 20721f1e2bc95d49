// Queries of the demonstration's loader; by the system only, into a new database.
import type { Db } from '#platform/db/database.ts'
import { type InventedPerson, insertInventedContribution, insertInventedReply } from '#trunk/demonstration.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { VocabularyTables } from './tables.ts'

export { getInventedPerson as findInvented } from '#trunk/demonstration.ts'

const tablesOf = (system: Db) => system.withTables<TrunkTables & VocabularyTables>()

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
  readonly author: InventedPerson
  readonly audienceId: number
  readonly at: Date
}

export const insertDemonstration = (system: Db, { concept, ...fresh }: DemonstrationProposal): Promise<number> =>
  insertInventedContribution(system, { kind: 'proposal', summary: '', concepts: [concept], ...fresh })

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

/** In the language of whoever writes it. */
export const insertDemonstrationReply = (
  system: Db,
  proposalId: number,
  reply: { readonly author: InventedPerson; readonly text: string; readonly at: Date },
): Promise<number> => insertInventedReply(system, proposalId, { ...reply, lang: reply.author.lang })
