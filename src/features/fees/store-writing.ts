// Writing fee scales and deciding about them. The state of a scale follows from its decisions, by a trigger.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import type { FirstYear } from './fee.ts'
import type { Decision, DraftBracket } from './scale.ts'
import { tablesOf } from './store.ts'

/** What a scale says, without its year. */
export interface Content {
  readonly firstYear: FirstYear
  readonly brackets: readonly DraftBracket[]
  readonly shares: readonly { readonly forumId: number; readonly rate: number }[]
}

async function insertParts(db: Db, id: number, { brackets, shares }: Content): Promise<void> {
  const rows = brackets.map((one, place) => ({
    ...{ scale_id: id, place, member_kind: one.memberKind, from_inhabitants: one.from, to_inhabitants: one.to },
    ...{ basis: one.basis, flat_cents: one.flatCents, per_thousand_cents: one.perThousandCents },
    ...{ minimum_cents: one.minimumCents, maximum_cents: one.maximumCents, source: one.source ?? '' },
  }))
  if (rows.length > 0) await tablesOf(db).insertInto('fee_bracket').values(rows).execute()
  const passedOn = shares.map(({ forumId, rate }) => ({ scale_id: id, forum_id: forumId, rate }))
  if (passedOn.length > 0) await tablesOf(db).insertInto('fee_share').values(passedOn).execute()
}

/** A new draft; undefined where one of this issuer and year is being worked on. */
export async function insertScale(
  db: Db,
  {
    forumId,
    year,
    illustrative,
  }: { readonly forumId: number | null; readonly year: number; readonly illustrative: boolean },
  content: Content,
): Promise<number | undefined> {
  const row = await tablesOf(db)
    .insertInto('fee_scale')
    .values({ forum_id: forumId, year, illustrative, first_year: content.firstYear })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row !== undefined) await insertParts(db, row.id, content)
  return row?.id
}

/** False where somebody has saved since `revision`, or it is no draft any more. */
export async function replaceContent(db: Db, id: number, revision: number, content: Content): Promise<boolean> {
  const row = await tablesOf(db)
    .updateTable('fee_scale')
    .set({ first_year: content.firstYear, revision: sql`revision + 1` })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('state', '=', 'draft')
    .returning('id')
    .executeTakeFirst()
  if (row === undefined) return false
  await tablesOf(db).deleteFrom('fee_bracket').where('scale_id', '=', id).execute()
  await tablesOf(db).deleteFrom('fee_share').where('scale_id', '=', id).execute()
  await insertParts(db, id, content)
  return true
}

/** One decision after the other: of two clicks the second sees what the first has made. */
export const waitForScale = async (db: Db, id: number): Promise<void> => {
  await sql`select pg_advisory_xact_lock(7200000000 + ${id}::bigint)`.execute(db)
}

export interface NewDecision {
  readonly scaleId: number
  readonly decision: Decision
  readonly personId: number
  readonly reason: string
}
export const insertDecision = (db: Db, { scaleId, decision, personId, reason }: NewDecision): Promise<unknown> =>
  tablesOf(db).insertInto('fee_decision').values({ scale_id: scaleId, decision, person_id: personId, reason }).execute()

/** Who decided what, oldest first. */
export interface DecisionLine {
  readonly decision: Decision
  readonly reason: string
  readonly at: Date
  readonly name: string
}
export const listDecisions = (db: Db, scaleId: number): Promise<DecisionLine[]> =>
  tablesOf(db)
    .selectFrom('fee_decision as d')
    .innerJoin('person as p', 'p.id', 'd.person_id')
    .select(['d.decision', 'd.reason', 'd.at', 'p.name'])
    .where('d.scale_id', '=', scaleId)
    .orderBy('d.id')
    .limit(200)
    .execute()

/** Whether the viewer's own year was invoiced; only its office can ask. */
export async function isInvoiced(db: Db, issuer: number | null, year: number): Promise<boolean> {
  const row = await tablesOf(db)
    .selectFrom('fee_year_invoiced')
    .select('id')
    .where(sql<boolean>`coalesce(forum_id, 0) = ${issuer ?? 0}`)
    .where('year', '=', year)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Notes that a year is being invoiced: from now on no other version of its scale is approved. Called first in the
 * transaction that takes the scale, so that the scale it then finds is the one that stays. Twice does nothing more.
 */
export async function noteInvoicedYear(db: Db, issuer: number | null, year: number): Promise<void> {
  await tablesOf(db)
    .insertInto('fee_year_invoiced')
    .values({ forum_id: issuer, year })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export interface ForumName {
  readonly id: number
  readonly name: string
}
/** The forums of the network, as the reader calls them. */
export const listForumNames = (db: Db, lang: Lang): Promise<ForumName[]> =>
  tablesOf(db)
    .selectFrom('forum')
    .select(['id', sql<string>`coalesce(names ->> ${lang}, names ->> 'en', slug)`.as('name')])
    .orderBy('slug')
    .limit(500)
    .execute()
