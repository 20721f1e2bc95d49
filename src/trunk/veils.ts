// Asking as a member city: a contribution in nobody's name, steered by whoever asked. Who that was is a row of its own, which
// opens to the asker, to their coordinator where the asker wants it, and to the office after it gave a reason that the asker reads.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { eachOnce, type NewContribution } from './contributions.ts'
import { organisationName } from './organisations.ts'
import type { TrunkTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables>()

/** The address of the organisation that stands in for the asking city. Its country is `ZZ`: none that is known. */
export const unnamedSlug = 'a-member-city'

/** Whether one can hide among those whom this audience reaches: it is no list of persons, and five cities or more. */
export async function mayVeil(db: Db, audienceId: number): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select app.may_veil(${audienceId}) as may`.execute(db)
  return rows[0]?.may === true
}

/** Begins a draft in nobody's name; gives its id. PostgreSQL refuses it where `mayVeil` does not hold. */
export async function createVeiled(db: Db, fresh: NewContribution, coordinatorKnows: boolean): Promise<number> {
  const { kind, title, summary, lang, concepts, audienceId } = fresh
  const { rows } = await sql<{ id: number }>`
    select app.ask_veiled(${kind}, ${title}, ${summary}, ${lang}, ${eachOnce(concepts)}, ${audienceId}, ${coordinatorKnows}) as id`.execute(
    db,
  )
  return rows[0]?.id ?? 0
}

export interface Veil {
  readonly contributionId: number
  readonly personId: number
  readonly personName: string
  readonly organisationName: string
  readonly coordinatorKnows: boolean
}

/** Who asked, for whom it is open; undefined for everybody else, and where nothing is veiled. */
export const findVeil = (db: Db, contributionId: number, lang: Lang): Promise<Veil | undefined> =>
  tablesOf(db)
    .selectFrom('veil as v')
    .innerJoin('person as p', 'p.id', 'v.person_id')
    .innerJoin('organisation as o', 'o.id', 'v.organisation_id')
    .select([
      'v.contribution_id as contributionId',
      'v.person_id as personId',
      'p.name as personName',
      organisationName(lang).as('organisationName'),
      'v.coordinator_knows as coordinatorKnows',
    ])
    .where('v.contribution_id', '=', contributionId)
    .executeTakeFirst()

/** Whether the asker's own coordinator may know. False: it is not the viewer's. */
export async function tellCoordinator(db: Db, contributionId: number, knows: boolean): Promise<boolean> {
  const result = await tablesOf(db)
    .updateTable('veil')
    .set({ coordinator_knows: knows })
    .where('contribution_id', '=', contributionId)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export interface Lifting {
  readonly id: number
  readonly personName: string | null
  readonly organisationName: string
  readonly reason: string
  readonly at: Date
}

/** Every look behind the veil, the first one first: for whoever asked, and the offices that answer for the audience. */
export const listLiftings = (db: Db, contributionId: number, lang: Lang): Promise<Lifting[]> =>
  tablesOf(db)
    .selectFrom('veil_lifting as l')
    .leftJoin('person as p', 'p.id', 'l.person_id')
    .innerJoin('organisation as o', 'o.id', 'l.organisation_id')
    .select(['l.id', 'p.name as personName', organisationName(lang).as('organisationName'), 'l.reason', 'l.at'])
    .where('l.contribution_id', '=', contributionId)
    .orderBy('l.id')
    .execute()

/** Notes the look with its reason, for ever, and gives its id; `findVeil` then tells. Undefined: nothing that the viewer may look behind. */
export async function liftVeil(db: Db, contributionId: number, reason: string): Promise<number | undefined> {
  const { rows } = await sql<{ id: number | null }>`select app.lift_veil(${contributionId}, ${reason}) as id`.execute(
    db,
  )
  return rows[0]?.id ?? undefined
}

/** Whether the viewer works in the office that answers for what is said to its audience. */
export async function answersFor(db: Db, contributionId: number): Promise<boolean> {
  const { rows } = await sql<{ answers: boolean }>`select app.answers_for(${contributionId}) as answers`.execute(db)
  return rows[0]?.answers === true
}
