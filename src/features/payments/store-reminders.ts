// Reminders as the office sees them: settings, members held back, rounds and their letters.
import { type RawBuilder, sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import { notFound } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import { type DueReminder, type ReminderSettings, usualSettings } from './reminder.ts'
import type { LetterState, PaymentTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<PaymentTables & TrunkTables>()
const ofIssuer = (column: string, issuer: number | null) =>
  sql<boolean>`coalesce(${sql.ref(column)}, 0) = ${issuer ?? 0}`

export async function getSettings(db: Db, issuer: number | null): Promise<ReminderSettings> {
  const row = await tablesOf(db)
    .selectFrom('reminder_setting')
    .select(['first_after as firstAfter', 'second_after as secondAfter', 'last_after as lastAfter'])
    .select(['days_to_pay as daysToPay', 'statutes'])
    .where(ofIssuer('issuer_id', issuer))
    .executeTakeFirst()
  return row ?? usualSettings
}

export async function saveSettings(
  db: Db,
  of: { issuer: number | null; personId: number },
  settings: ReminderSettings,
  now: Date,
): Promise<void> {
  const row = {
    ...{ first_after: settings.firstAfter, second_after: settings.secondAfter, last_after: settings.lastAfter },
    ...{ days_to_pay: settings.daysToPay, statutes: JSON.stringify(settings.statutes) },
    ...{ changed_by: of.personId, changed_at: now },
  }
  await tablesOf(db)
    .insertInto('reminder_setting')
    .values({ issuer_id: of.issuer, ...row })
    .onConflict((conflict) => conflict.expression(sql`coalesce(issuer_id, 0)`).doUpdateSet(row))
    .execute()
}

/** False where the member is held back already. */
export async function insertHold(
  db: Db,
  hold: { issuer: number | null; organisationId: number; reason: string; personId: number },
  now: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tablesOf(db)
    .insertInto('reminder_hold')
    .values({
      ...{ issuer_id: hold.issuer, organisation_id: hold.organisationId, reason: hold.reason },
      ...{ held_by: hold.personId, held_at: now },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows) > 0
}

export async function endHold(
  db: Db,
  of: { issuer: number | null; organisationId: number; personId: number },
  now: Date,
): Promise<void> {
  await tablesOf(db)
    .updateTable('reminder_hold')
    .set({ ended_by: of.personId, ended_at: now })
    .where('organisation_id', '=', of.organisationId)
    .where('ended_at', 'is', null)
    .where(ofIssuer('issuer_id', of.issuer))
    .execute()
}

export interface Hold {
  readonly slug: string
  readonly name: string
  readonly reason: string
  readonly heldAt: Date
  readonly heldBy: string | null
}
export const listHolds = (db: Db, issuer: number | null, lang: Lang): Promise<Hold[]> =>
  tablesOf(db)
    .selectFrom('reminder_hold as h')
    .innerJoin('organisation as o', 'o.id', 'h.organisation_id')
    .leftJoin('person as p', 'p.id', 'h.held_by')
    .select(['o.slug', organisationName(lang).as('name'), 'h.reason', 'h.held_at as heldAt', 'p.name as heldBy'])
    .where(ofIssuer('h.issuer_id', issuer))
    .where('h.ended_at', 'is', null)
    .orderBy('h.id')
    .execute()

/** A round with its letters; gives the ids of the round and of each letter. */
export async function insertRound(
  db: Db,
  of: { issuer: number | null; personId: number; deadline: string },
  letters: readonly DueReminder[],
  now: Date,
): Promise<{ round: number; reminders: readonly number[] }> {
  const { id: round } = await tablesOf(db)
    .insertInto('reminder_round')
    .values({ issuer_id: of.issuer, made_by: of.personId, made_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  const rows = await tablesOf(db)
    .insertInto('reminder')
    .values(
      letters.map(({ organisationId, step }) => ({
        ...{ round_id: round, issuer_id: of.issuer, organisation_id: organisationId, step, deadline: of.deadline },
      })),
    )
    .returning(['id', 'organisation_id as organisationId', 'step'])
    .execute()
  const lines = letters.flatMap((letter) => {
    const row = rows.find((one) => one.organisationId === letter.organisationId && one.step === letter.step)
    return letter.items.map(({ invoiceId }) => ({
      reminder_id: row?.id ?? 0,
      invoice_id: invoiceId,
      step: letter.step,
    }))
  })
  await tablesOf(db).insertInto('reminder_invoice').values(lines).execute()
  return { round, reminders: rows.map(({ id }) => id) }
}

export interface Round {
  readonly id: number
  readonly madeAt: Date
  readonly madeBy: string | null
  readonly letters: number
  readonly waiting: number
  /** Letters that did not reach all whom they were for. */
  readonly unreached: number
}
const rounds = (db: Db) =>
  tablesOf(db)
    .selectFrom('reminder_round as r')
    .leftJoin('person as p', 'p.id', 'r.made_by')
    .select(['r.id', 'r.made_at as madeAt', 'p.name as madeBy'])
    .select([
      sql<number>`(select count(*)::int from reminder m where m.round_id = r.id)`.as('letters'),
      sql<number>`(select count(*)::int from reminder m where m.round_id = r.id and m.state = 'waiting')`.as('waiting'),
      sql<number>`(select count(*)::int from reminder m where m.round_id = r.id and (m.state in ('no-address', 'undelivered')
        or exists (select 1 from reminder_delivery d where d.reminder_id = m.id and d.state = 'undelivered')))`.as(
        'unreached',
      ),
    ])
export const listRounds = (db: Db, issuer: number | null): Promise<Round[]> =>
  rounds(db).where(ofIssuer('r.issuer_id', issuer)).orderBy('r.id', 'desc').limit(50).execute()

export async function getRound(db: Db, id: number | undefined): Promise<Round> {
  const round = id === undefined ? undefined : await rounds(db).where('r.id', '=', id).executeTakeFirst()
  if (round === undefined) throw notFound()
  return round
}

export interface Letter {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly step: number
  readonly state: LetterState
  readonly deadline: string
  readonly doneAt: Date | null
  readonly numbers: string
  /** For whom no mail server took it, and for whom it is still tried again; empty stands for the address for invoices. */
  readonly unreached: readonly string[]
  readonly failing: readonly string[]
}
const recipients = (condition: RawBuilder<unknown>) => sql<
  string[]
>`array(select coalesce(p.name, '') from reminder_delivery d left join person p on p.id = d.person_id
  where d.reminder_id = m.id and ${condition} order by d.id)`
const letters = (db: Db, lang: Lang) =>
  tablesOf(db)
    .selectFrom('reminder as m')
    .innerJoin('organisation as o', 'o.id', 'm.organisation_id')
    .select(['m.id', 'o.slug', organisationName(lang).as('name'), 'm.step', 'm.state', 'm.done_at as doneAt'])
    .select([
      sql<string>`m.deadline::text`.as('deadline'),
      sql<string>`coalesce((select string_agg(i.number, ', ' order by i.number) from reminder_invoice ri join invoice i on i.id = ri.invoice_id
        where ri.reminder_id = m.id), '')`.as('numbers'),
      recipients(sql`d.state = 'undelivered'`).as('unreached'),
      recipients(sql`d.state = 'waiting' and d.failed_since is not null`).as('failing'),
    ])

export const listLettersOf = (db: Db, round: number, lang: Lang): Promise<Letter[]> =>
  letters(db, lang).where('m.round_id', '=', round).orderBy('name').orderBy('m.step').execute()

/** What one member was sent by one issuer, the newest first. */
export const listLettersTo = (
  db: Db,
  of: { issuer: number | null; organisationId: number },
  lang: Lang,
): Promise<Letter[]> =>
  letters(db, lang)
    .where(ofIssuer('m.issuer_id', of.issuer))
    .where('m.organisation_id', '=', of.organisationId)
    .where('m.state', '=', 'sent')
    .orderBy('m.id', 'desc')
    .limit(50)
    .execute()
