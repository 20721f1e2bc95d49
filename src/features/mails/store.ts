// What an office learns of mails, and everybody of their own address; then, as the system, what a link of a mail does.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'

export interface Pause {
  readonly pausedAt: Date
  /** What the other mail server said. */
  readonly reason: string
}

/** Of the own address; undefined where mails go to it. */
export async function findOwnPause(db: Db): Promise<Pause | undefined> {
  const { rows } = await sql<Pause>`select paused_at as "pausedAt", reason from app.own_pause()`.execute(db)
  return rows[0]
}

export interface Waiting {
  readonly waiting: number
  readonly oldest: Date | null
  /** For addresses that are paused. */
  readonly held: number
}

export async function countWaiting(db: Db): Promise<Waiting> {
  const { rows } = await sql<Waiting>`select * from app.mails_waiting()`.execute(db)
  return rows[0] ?? { waiting: 0, oldest: null, held: 0 }
}

/** To whom: a person with their city, or an address that nobody here has. */
interface Receiver {
  readonly name: string | null
  readonly cityName: string | null
  readonly email: string | null
}
export interface FailedMail extends Receiver {
  readonly id: number
  readonly failedAt: Date
  readonly writtenAt: Date
  readonly answer: string
  /** It is kept still. */
  readonly again: boolean
}
export interface PausedAddress extends Receiver, Pause {}

const cityName = (lang: Lang) => sql`coalesce(o.names ->> ${lang}, o.name) as "cityName"`

/** The newest first, at most 200. */
export const listFailed = async (db: Db, lang: Lang): Promise<readonly FailedMail[]> =>
  (
    await sql<FailedMail>`select m.id, m.name, ${cityName(lang)}, m.email, m.failed_at as "failedAt", m.written_at as "writtenAt",
      m.answer, m.again from app.mails_failed() m left join organisation o on o.id = m.organisation_id
      order by m.failed_at desc, m.id desc`.execute(db)
  ).rows

/** The newest first, at most 200. */
export const listPaused = async (db: Db, lang: Lang): Promise<readonly PausedAddress[]> =>
  (
    await sql<PausedAddress>`select a.name, ${cityName(lang)}, a.email, a.paused_at as "pausedAt", a.reason
      from app.addresses_paused() a left join organisation o on o.id = a.organisation_id
      order by a.paused_at desc, a.email`.execute(db)
  ).rows

export const countFailed = async (db: Db): Promise<number> =>
  (await sql<{ count: number }>`select count(*)::int as count from app.mails_failed()`.execute(db)).rows[0]?.count ?? 0

/** False where there is nothing to send: forgotten, sent by a colleague meanwhile, or none of this office's business. */
export async function sendAgain(db: Db, id: number, now: Date): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select app.send_mail_again(${id}, ${now}) as done`.execute(db)
  return rows[0]?.done ?? false
}

/** Whose address is paused, for the mail that asks whether it works again. */
export interface PausedPerson extends Pause {
  readonly personId: number
  readonly email: string
  readonly name: string
  readonly lang: Lang
}

export async function findPausedPerson(system: Db, personId: number): Promise<PausedPerson | undefined> {
  const { rows } = await sql<PausedPerson>`
    select p.id as "personId", p.email, p.name, p.lang, a.paused_at as "pausedAt", a.reason
    from person p join paused_address a on a.email = lower(p.email) where p.id = ${personId} and p.left_at is null`.execute(
    system,
  )
  return rows[0]
}

/** Only this pause: paused again since, the address has to be confirmed anew. */
export const endPause = (system: Db, { email, pausedAt }: PausedPerson): Promise<unknown> =>
  sql`delete from paused_address where email = lower(${email}) and paused_at = ${pausedAt}`.execute(system)

/** What it says; that it was sent is known for longer. */
export const forgetMessages = (system: Db, before: Date): Promise<unknown> =>
  sql`update mail set message = null where sent_at < ${before} and message is not null`.execute(system)

/** Sent, given up, or held for an address that was never taken up again. */
export const forgetMails = (system: Db, before: Date): Promise<unknown> =>
  sql`delete from mail m where coalesce(sent_at, failed_at) < ${before} or (written_at < ${before}
    and exists (select 1 from paused_address a where a.email = lower(m.email)))`.execute(system)

/** What was to let somebody in and came too late. */
export const forgetWorthless = (system: Db, now: Date): Promise<unknown> =>
  sql`delete from mail where until <= ${now} and sent_at is null`.execute(system)
