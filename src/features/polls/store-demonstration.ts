// What the loader of the demonstration writes past the forms; by the system only.
import type { Db } from '#platform/db/database.ts'
import type { InventedPerson } from '#trunk/demonstration.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Value } from './poll.ts'
import type { PollTables } from './tables.ts'

const tablesOf = (system: Db) => system.withTables<TrunkTables & PollTables>()

export async function findForumAudience(system: Db, slug: string): Promise<number> {
  const { id } = await tablesOf(system)
    .selectFrom('audience as a')
    .innerJoin('forum as f', 'f.id', 'a.forum_id')
    .select('a.id')
    .where('f.slug', '=', slug)
    .executeTakeFirstOrThrow()
  return id
}

export interface InventedAnswer {
  readonly person: InventedPerson
  readonly given: readonly Value[]
  readonly staysInside: boolean
  readonly at: Date
}

export const insertInventedAnswer = (system: Db, pollId: number, answer: InventedAnswer): Promise<unknown> =>
  tablesOf(system)
    .insertInto('poll_answer')
    .values({
      contribution_id: pollId,
      organisation_id: answer.person.organisationId,
      given: JSON.stringify(answer.given),
      stays_inside: answer.staysInside,
      given_by: answer.person.id,
      given_at: answer.at,
      demonstration: true,
    })
    .execute()

/** Ended on its own day, and what came of it written afterwards. */
export const concludeInvented = (system: Db, pollId: number, outcome: string, at: Date): Promise<unknown> =>
  tablesOf(system).updateTable('poll').set({ outcome, closed_at: at }).where('contribution_id', '=', pollId).execute()
