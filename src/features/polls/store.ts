// Polls one by one: ask, read, prolong, close.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { getContribution, whyOutOfReach } from '#trunk/contributions.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Poll } from './poll.ts'
import type { PollTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & PollTables>()

export type NewPoll = Pick<Poll, 'text' | 'items' | 'countries' | 'sizes' | 'endsAt' | 'remind' | 'opensAnswers'> & {
  readonly remindAt: Date | undefined
}

export const insertPoll = (db: Db, id: number, fresh: NewPoll): Promise<unknown> =>
  tablesOf(db)
    .insertInto('poll')
    .values({
      contribution_id: id,
      text: fresh.text,
      items: JSON.stringify(fresh.items),
      countries: [...fresh.countries],
      sizes: [...fresh.sizes],
      ends_at: fresh.endsAt,
      remind: fresh.remind,
      remind_at: fresh.remindAt ?? null,
      opens_answers: fresh.opensAnswers,
    })
    .execute()

const findOwn = (db: Db, id: number, organisationId: number) =>
  tablesOf(db)
    .selectFrom('poll as p')
    .select(['p.text', 'p.items', 'p.countries', 'p.sizes', 'p.ends_at as endsAt', 'p.remind', 'p.outcome'])
    .select(['p.reminded_at as remindedAt', 'p.opens_answers as opensAnswers', 'p.closed_at as closedAt'])
    .select([
      sql<number>`(select count(*)::int from poll_asked q where q.contribution_id = p.contribution_id)`.as('asked'),
      sql<number | null>`app.answers_to_poll(p.contribution_id)`.as('answered'),
      sql<boolean>`exists (select 1 from poll_asked q where q.contribution_id = p.contribution_id and q.organisation_id = ${organisationId})`.as(
        'asksUs',
      ),
      sql<boolean>`exists (select 1 from poll_answer a where a.contribution_id = p.contribution_id and a.organisation_id = ${organisationId})`.as(
        'weAnswered',
      ),
    ])
    .where('p.contribution_id', '=', id)
    .executeTakeFirst()

export interface Reader {
  /** 0 for the system, which belongs to no city. */
  readonly organisationId: number
  readonly lang: Lang
}

/** Until the commit the room, where it is one, is not archived. */
export const holdCircle = (db: Db, audienceId: number): Promise<unknown> =>
  sql`select app.hold_circle(${audienceId})`.execute(db)

/** The whole poll within the viewer's reach, or a stop (not found, gone). */
export async function getPoll(db: Db, id: number | undefined, { organisationId, lang }: Reader): Promise<Poll> {
  const [contribution, own] = await Promise.all([
    getContribution(db, 'poll', id, lang),
    findOwn(db, id ?? 0, organisationId),
  ])
  if (own === undefined) throw await whyOutOfReach(db, id ?? 0)
  return { ...contribution, ...own }
}

/** Holds the poll until this transaction ends. False: it is closed or withdrawn, or does not ask this person's city. */
export async function holdPoll(db: Db, id: number): Promise<boolean> {
  const { rows } = await sql<{ open: boolean }>`select app.hold_poll(${id}) as open`.execute(tablesOf(db))
  return rows[0]?.open === true
}

/** False: it is over already, or somebody gave more time. */
export async function prolong(
  db: Db,
  id: number,
  { endsAt, remindAt, now }: { endsAt: Date; remindAt: Date | undefined; now: Date },
): Promise<boolean> {
  const result = await tablesOf(db)
    .updateTable('poll')
    .set({ ends_at: endsAt, ...(remindAt === undefined ? {} : { remind_at: remindAt }) })
    .where('contribution_id', '=', id)
    .where('closed_at', 'is', null)
    .where('ends_at', '>', now)
    // Of two who give more time at once, the one who gives less comes too late.
    .where('ends_at', '<', endsAt)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Ends it where it has not ended, and keeps what came of it. */
export const close = (db: Db, id: number, outcome: string, now: Date): Promise<unknown> =>
  tablesOf(db)
    .updateTable('poll')
    .set({ closed_at: sql<Date>`coalesce(closed_at, ${now})`, outcome })
    .where('contribution_id', '=', id)
    .execute()

/** The audience that every person of this organisation is in; what happens inside a city is told to it. */
export async function findCityAudience(db: Db, organisationId: number): Promise<number | undefined> {
  const row = await tablesOf(db)
    .selectFrom('audience')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  return row?.id
}
