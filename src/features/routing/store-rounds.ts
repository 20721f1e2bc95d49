// How far questions were carried, as the system: who was asked, and what waits to be carried further.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Reason } from './reason.ts'
import type { RoutingTables } from './tables.ts'

const tablesOf = (system: Db) => system.withTables<TrunkTables & RoutingTables>()

/** One job at a time carries a question, over all processes, until the transaction ends. */
export async function waitForQuestion(transaction: Db, questionId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(7013862, ${questionId})`.execute(transaction)
}

export interface Round {
  /** 0: it was not carried to anybody yet. */
  readonly rounds: number
  readonly dueAt: Date | null
  readonly listedAt: Date | null
}

export async function findRound(system: Db, questionId: number): Promise<Round> {
  const row = await tablesOf(system)
    .selectFrom('routing')
    .select(['rounds', 'due_at as dueAt', 'listed_at as listedAt'])
    .where('contribution_id', '=', questionId)
    .executeTakeFirst()
  return row ?? { rounds: 0, dueAt: null, listedAt: null }
}

/** Whose city or who themself is left out: whoever asks, also as a member city, whoever was asked before, and alone whoever muted it. */
export async function listLeftOut(
  system: Db,
  questionId: number,
): Promise<{ readonly organisations: Set<number>; readonly persons: Set<number>; readonly veiled: boolean }> {
  const { rows } = await sql<{ person: number | null; organisation: number | null; veiled: boolean }>`
    select c.steward_id as person, c.organisation_id as organisation, c.author_id is null as veiled from contribution c where c.id = ${questionId}
    union all select v.person_id, v.organisation_id, true from veil v where v.contribution_id = ${questionId}
    union all select a.person_id, a.organisation_id, false from asked_person a where a.contribution_id = ${questionId}
    union all select m.person_id, null, false from mute m where m.contribution_id = ${questionId}`.execute(
    tablesOf(system),
  )
  return {
    organisations: new Set(rows.flatMap(({ organisation }) => organisation ?? [])),
    persons: new Set(rows.flatMap(({ person }) => person ?? [])),
    veiled: rows.some(({ veiled }) => veiled),
  }
}

export interface ToAsk {
  readonly personId: number
  readonly organisationId: number
  readonly reasons: readonly Reason[]
}

/** The round with everybody in it, and for each a fact, so that each mail is a job of its own. */
export async function writeRound(
  transaction: Db,
  questionId: number,
  { rounds, dueAt, now }: { readonly rounds: number; readonly dueAt: Date; readonly now: Date },
  persons: readonly ToAsk[],
): Promise<void> {
  const tables = tablesOf(transaction)
  await tables
    .insertInto('routing')
    .values({ contribution_id: questionId, rounds, due_at: dueAt, listed_at: null })
    .onConflict((conflict) => conflict.column('contribution_id').doUpdateSet({ rounds, due_at: dueAt }))
    .execute()
  for (const { personId, organisationId, reasons } of persons) {
    const row = { contribution_id: questionId, person_id: personId, organisation_id: organisationId, named_by: null }
    await tables
      .insertInto('asked_person')
      .values({ ...row, reasons: JSON.stringify(reasons), asked_at: now, mailed_at: null, declined_at: null })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await recordFact(transaction, { name: 'question.handed', contributionId: questionId, data: { person: personId } })
  }
}

/** What has waited its time, or was declined by everybody who was asked. */
export async function listDue(system: Db, now: Date): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select r.contribution_id as id from routing r where r.due_at is not null and (r.due_at <= ${now} or (
      exists (select 1 from asked_person a where a.contribution_id = r.contribution_id)
      and not exists (select 1 from asked_person a where a.contribution_id = r.contribution_id and a.declined_at is null)))
    order by r.due_at, r.contribution_id limit 500`.execute(tablesOf(system))
  return rows.map(({ id }) => id)
}

/** It goes no further; `listedAt`: since now it stands on the office's list. */
export const endRounds = (transaction: Db, questionId: number, listedAt: Date | null): Promise<unknown> =>
  tablesOf(transaction)
    .updateTable('routing')
    .set({ due_at: null, listed_at: listedAt })
    .where('contribution_id', '=', questionId)
    .execute()

export const dueAgain = (transaction: Db, questionId: number, dueAt: Date): Promise<unknown> =>
  tablesOf(transaction)
    .updateTable('routing')
    .set({ due_at: dueAt })
    .where('contribution_id', '=', questionId)
    .execute()
