// Proposals one by one, and what was decided about them.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Person } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import type { Addition } from '#thesaurus/additions.ts'
import { getContribution, whyOutOfReach } from '#trunk/contributions.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Decision, Proposal, Wish } from './proposal.ts'
import type { VocabularyTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & VocabularyTables>()

/** Decisions come one after the other: two of them at once must not give one label to two concepts. */
const decisionsLock = 7_013_844
export const waitForDecisions = (db: Db): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(${decisionsLock})`.execute(tablesOf(db))

export const insertProposal = (db: Db, id: number, wish: Wish, writtenIn: string): Promise<unknown> => {
  const { adds, concept, english, meaning, reason } = wish
  const row = { contribution_id: id, adds, concept, english, meaning, reason, written_in: writtenIn }
  return tablesOf(db).insertInto('proposal').values(row).execute()
}

const findWish = (db: Db, id: number) =>
  tablesOf(db)
    .selectFrom('proposal')
    .select(['adds', 'concept', 'english', 'meaning', 'reason', 'written_in as writtenIn'])
    .where('contribution_id', '=', id)
    .executeTakeFirst()

async function findDecision(db: Db, id: number, lang: Lang): Promise<Decision | undefined> {
  const row = await tablesOf(db)
    .selectFrom('proposal_decision as d')
    .innerJoin('organisation as o', 'o.id', 'd.organisation_id')
    .leftJoin('vocabulary_addition as a', 'a.id', 'd.addition_id')
    .select([
      'd.accepted',
      'd.reason',
      'd.written_in as writtenIn',
      organisationName(lang).as('officeName'),
      'd.decided_at as at',
    ])
    .select(['a.concept', 'a.broader', 'a.note', 'a.labels'])
    .where('d.contribution_id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { concept, broader, note, labels, ...decided } = row
  return {
    ...decided,
    addition: concept === null ? null : { concept, broader, note: note ?? '', labels: labels ?? {} },
  }
}

/** The whole proposal within the viewer's reach, or a stop (not found, gone). */
export async function getProposal(db: Db, id: number | undefined, lang: Lang): Promise<Proposal> {
  const number = id ?? 0
  const [contribution, wish, decision] = await Promise.all([
    getContribution(db, 'proposal', id, lang),
    findWish(db, number),
    findDecision(db, number, lang),
  ])
  if (wish === undefined) throw await whyOutOfReach(db, number)
  return { ...contribution, ...wish, label: contribution.title, decision }
}

/** Gives its id. */
export async function insertAddition(db: Db, { concept, broader, note, labels }: Addition): Promise<number> {
  const row = { concept, broader, note, labels: JSON.stringify(labels) }
  const inserted = tablesOf(db).insertInto('vocabulary_addition').values(row).returning('id')
  return (await inserted.executeTakeFirstOrThrow()).id
}

/** False: somebody else has decided. `additionId` null: declined, for this reason. */
export async function insertDecision(
  db: Db,
  id: number,
  officer: Pick<Person, 'id' | 'organisationId' | 'lang'>,
  { additionId, reason }: { readonly additionId: number | null; readonly reason: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows: decided } = await tablesOf(db)
    .insertInto('proposal_decision')
    .values({
      ...{ contribution_id: id, accepted: additionId !== null, addition_id: additionId, reason },
      ...{ decided_by: officer.id, organisation_id: officer.organisationId, written_in: officer.lang },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return decided === 1n
}

export interface StoredAddition extends Addition {
  readonly id: number
  readonly addedAt: Date
}

/** In the order in which they were accepted. */
export const listAdditions = (db: Db): Promise<StoredAddition[]> =>
  tablesOf(db)
    .selectFrom('vocabulary_addition')
    .select(['id', 'concept', 'broader', 'note', 'labels', 'added_at as addedAt'])
    .orderBy('id')
    .execute()

/** Other than before whenever an addition came. */
export async function markOfAdditions(db: Db): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select concat_ws(' ', count(*), max(id), max(added_at)) as mark from vocabulary_addition`.execute(tablesOf(db))
  return rows[0]?.mark ?? ''
}
