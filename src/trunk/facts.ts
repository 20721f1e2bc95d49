// Recording what happened, in the transaction that made it happen; and reading the history of a thing.

import type { Person } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import type { Fact } from '#platform/facts.ts'
import type { TrunkTables } from './tables.ts'

export interface NewFact {
  readonly name: string
  /** Who did it; undefined for the system. */
  readonly actor?: Pick<Person, 'id' | 'organisationId'>
  readonly contributionId?: number
  /** Whom the fact may reach; left out: the actor and the system only. */
  readonly audienceId?: number
  /** Little and never personal: ids, codes. No titles, no texts: they would outlive a narrowed audience. */
  readonly data?: Readonly<Record<string, string | number | boolean>>
  /** When it happened, if not now; only the system may say so, for what is loaded with its own dates. */
  readonly at?: Date
}

const rowOf = (fact: NewFact) => ({
  name: fact.name,
  actor_id: fact.actor?.id ?? null,
  organisation_id: fact.actor?.organisationId ?? null,
  contribution_id: fact.contributionId ?? null,
  audience_id: fact.audienceId ?? null,
  data: JSON.stringify(fact.data ?? {}),
  ...(fact.at === undefined ? {} : { at: fact.at }),
})

/** Writes the fact into the running transaction; listeners hear it after the commit. */
export async function recordFact(db: Db, fact: NewFact): Promise<void> {
  await db.withTables<TrunkTables>().insertInto('fact').values(rowOf(fact)).execute()
}

/** PostgreSQL takes 65,535 values in a statement. */
const mostAtOnce = 5000

/** Very many of them, as one for each person whom something is told to. */
export async function recordFacts(db: Db, facts: readonly NewFact[]): Promise<void> {
  for (let first = 0; first < facts.length; first += mostAtOnce) {
    const some = facts.slice(first, first + mostAtOnce)
    await db.withTables<TrunkTables>().insertInto('fact').values(some.map(rowOf)).execute()
  }
}

const columns = ['id', 'name', 'actor_id', 'organisation_id', 'contribution_id', 'audience_id', 'at', 'data'] as const

export const factFrom = (row: {
  id: number
  name: string
  actor_id: number | null
  organisation_id: number | null
  contribution_id: number | null
  audience_id: number | null
  at: Date
  data: Record<string, unknown>
}): Fact => ({
  id: row.id,
  name: row.name,
  actorId: row.actor_id,
  organisationId: row.organisation_id,
  contributionId: row.contribution_id,
  audienceId: row.audience_id,
  at: row.at,
  data: row.data,
})

/** The history of one contribution as far as the viewer may know it, oldest first; at most 200 facts. */
export async function listFactsOf(db: Db, contributionId: number): Promise<Fact[]> {
  const rows = await db
    .withTables<TrunkTables>()
    .selectFrom('fact')
    .select(columns)
    .where('contribution_id', '=', contributionId)
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.map(factFrom)
}
