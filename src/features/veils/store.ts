// What is asked about a veil beside what the trunk knows: whether there is one, and whom a look is told to, once.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import type { ContributionState, TrunkTables } from '#trunk/tables.ts'

export interface Unnamed {
  readonly id: number
  readonly kind: string
  /** Empty where it was withdrawn: then it is the asker's alone. */
  readonly title: string
  readonly state: ContributionState
}

/** What was asked as a member city, for whoever asked it and the office that answers for it; undefined for all else alike. */
export async function findUnnamed(db: Db, id: number): Promise<Unnamed | undefined> {
  const { rows } = await sql<Unnamed>`select * from app.unnamed_thing(${id})`.execute(db)
  return rows[0]
}

export interface LookToTell {
  readonly name: string
  readonly email: string
  readonly lang: Lang
  readonly contributionId: number
  readonly kind: string
  readonly title: string
  readonly by: string
  readonly office: string
  readonly reason: string
  readonly at: Date
}

/** As the system: the look, and the asker who is told of it wherever they work now; undefined once they have left for good. */
export async function findLookToTell(system: Db, liftingId: number): Promise<LookToTell | undefined> {
  const { rows } = await sql<LookToTell>`
    select p.name, p.email, p.lang, l.contribution_id as "contributionId", c.kind, c.title, w.name as by,
      coalesce(o.names ->> p.lang, o.name) as office, l.reason, l.at
    from veil_lifting l join veil v on v.contribution_id = l.contribution_id
      cross join lateral app.looked_behind(l.contribution_id) c
      join person p on p.id = v.person_id and p.left_at is null
      join person w on w.id = l.person_id join organisation o on o.id = l.organisation_id
    where l.id = ${liftingId}`.execute(system.withTables<TrunkTables>())
  return rows[0]
}

/** False: it is told already, or by somebody else in this moment; whoever fails takes this back with their transaction. */
export async function noteTold(transaction: Db, liftingId: number): Promise<boolean> {
  const result = await transaction
    .withTables<TrunkTables>()
    .insertInto('veil_lifting_told')
    .values({ lifting_id: liftingId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** Looks of before this moment that the asker was not told of. */
export async function listUntold(system: Db, before: Date): Promise<number[]> {
  const rows = await system
    .withTables<TrunkTables>()
    .selectFrom('veil_lifting as l')
    .leftJoin('veil_lifting_told as t', 't.lifting_id', 'l.id')
    .select('l.id')
    .where('t.lifting_id', 'is', null)
    .where('l.at', '<', before)
    .orderBy('l.id')
    .limit(500)
    .execute()
  return rows.map(({ id }) => id)
}
