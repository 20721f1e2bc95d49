// Which practices are due to be asked about, and the answers. The round is the system's, the answer a person's.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Person } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { isTold } from '#trunk/muting.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import { type Currency, currencyFact, nextCurrency } from './currency.ts'
import type { PracticeTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & PracticeTables>()

interface Standing {
  readonly id: number
  readonly audienceId: number
  readonly currency: Currency
  readonly heldAt: Date
  readonly askedAt: Date | null
}

/** Published by cities themselves: a summary of public sources has nobody who could answer. */
const listStanding = (system: Db) =>
  tablesOf(system)
    .selectFrom('practice as pr')
    .innerJoin('contribution as c', 'c.id', 'pr.contribution_id')
    .where('c.state', '=', 'published')
    .where('pr.from_public_sources', '=', false)
    .select([
      'c.id',
      'c.audience_id as audienceId',
      'pr.currency',
      'pr.asked_at as askedAt',
      sql<Date>`greatest(c.published_at, c.updated_at, pr.confirmed_at)`.as('heldAt'),
    ])
    .execute()

const step = (system: Db, { id, audienceId }: Standing, currency: Currency, now: Date): Promise<void> =>
  system.transaction().execute(async (db) => {
    const asked = currency === 'asked' ? { asked_at: now } : {}
    await tablesOf(db)
      .updateTable('practice')
      .set({ currency, ...asked })
      .where('contribution_id', '=', id)
      .execute()
    const name = currencyFact[currency]
    if (name !== undefined) await recordFact(db, { name, contributionId: id, audienceId })
  })

/** The daily round: asks, marks, lets step back. Each practice in a transaction of its own; done twice it changes nothing. */
export async function takeRound(system: Db, now: Date, askAfterDays: number): Promise<void> {
  for (const standing of await listStanding(system)) {
    const next = nextCurrency(standing, now, askAfterDays)
    if (next !== standing.currency) await step(system, standing, next, now)
  }
}

export interface Asked {
  readonly personId: number
  readonly name: string
  readonly email: string
  readonly lang: Lang
  readonly title: string
  readonly audienceKind: string
  readonly askedAt: Date
}

/** Whom the question goes to: whoever looks after it, or where they have left, the city's coordinators; only whom it reaches, and who has not muted it. */
export async function listAsked(system: Db, practiceId: number): Promise<Asked[]> {
  const { rows } = await sql<Asked>`
    select p.id as "personId", p.name, p.email, p.lang, c.title, a.kind as "audienceKind", pr.asked_at as "askedAt"
    from contribution c join practice pr on pr.contribution_id = c.id join audience a on a.id = c.audience_id
      join person steward on steward.id = c.steward_id
      join person p on p.left_at is null
    where c.id = ${practiceId} and c.state = 'published' and pr.currency = 'asked' and pr.asked_at is not null
      and ${isTold(sql`p.id`, sql`c.id`)}
      and ((p.organisation_id = c.organisation_id and (p.id = c.steward_id
          or (p.role = 'coordinator' and (steward.left_at is not null or steward.organisation_id <> c.organisation_id)))
          and c.audience_id = any (string_to_array(app.audiences_of(p.id), ',')::int[]))
        or exists (select 1 from co_author co where co.contribution_id = c.id and co.person_id = p.id
          and co.organisation_id = p.organisation_id and co.joined_at is not null))
    order by p.id`.execute(tablesOf(system))
  return rows
}

/** As the person who is asked: whoever looks after it, or where they have left, the city's coordinators. The longest asked first. */
export async function listToConfirm(
  db: Db,
  { id, organisationId, role }: Pick<Person, 'id' | 'organisationId' | 'role'>,
  most: number,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select c.id from practice pr join contribution c on c.id = pr.contribution_id left join person steward on steward.id = c.steward_id
    where pr.currency <> 'current' and c.state = 'published' and c.organisation_id = ${organisationId}
      and (c.steward_id = ${id} or (${role}::text = 'coordinator'
        and (steward.id is null or steward.left_at is not null or steward.organisation_id <> c.organisation_id)))
    order by pr.asked_at, c.id limit ${most}`.execute(tablesOf(db))
  return rows.map((row) => row.id)
}

/** As a person who may change it; row-level security refuses everybody else. False: nothing was changed. */
export async function confirm(db: Db, id: number, now: Date): Promise<boolean> {
  const result = await tablesOf(db)
    .updateTable('practice')
    .set({ currency: 'current', confirmed_at: now })
    .where('contribution_id', '=', id)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
