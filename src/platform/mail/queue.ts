// The rows of the outbox on their way: taken by one process, held while under way, and marked with what became of them.
import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { type Failure, type FailureKind, failureOf, patience, pauseAfter } from './failures.ts'
import { messageOf } from './outbox.ts'
import { pauseAddress, saidOf } from './pauses.ts'
import type { Delivery } from './send-mail.ts'
import type { MailPlace } from './tables.ts'

/** Rows are taken in turn, so that what goes to a domain is counted rightly; any constant will do. */
const takingLock = 7_013_845

/**
 * A row that was taken is nobody's again after so long: its process died, or had too many. While it is under way its lock
 * holds it however long that takes, so this may be short.
 */
const takenFor = 20_000

export interface Taken {
  readonly id: number
  readonly domain: string
  readonly place: MailPlace
  /** Counted with this one; another number later: somebody else took it meanwhile. */
  readonly tries: number
}

export interface Pace {
  readonly most: number
  /** To one domain. */
  readonly perMinute: number
  readonly slow: SlowDomains
}

/** Those about whose mails the server fell silent, and until when nothing goes there. `underWay`: one of them still is. */
export type SlowDomains = ReadonlyMap<string, { readonly until: number; readonly underWay: boolean }>

const listWaiting = async (db: Db, now: Date, most: number): Promise<readonly Taken[]> =>
  (
    await sql<Taken>`select id, tries, domain, place from mail m
      where sent_at is null and failed_at is null and due_at <= ${now} and (until is null or until > ${now})
        and (place = 0 or not exists (select 1 from paused_address a where a.email = lower(m.email)))
      order by place, due_at, id limit ${most} for update of m skip locked`.execute(db)
  ).rows

/** How many more may go to each domain in this minute. */
async function roomOf(db: Db, waiting: readonly Taken[], perMinute: number, now: Date): Promise<Map<string, number>> {
  const domains = [...new Set(waiting.map(({ domain }) => domain))]
  const { rows } = await sql<{ domain: string; count: number }>`select domain, count(*)::int as count from mail
    where domain = any(${domains}) and tried_at > ${new Date(now.getTime() - 60_000)} group by domain`.execute(db)
  const tried = new Map(rows.map(({ domain, count }) => [domain, count]))
  return new Map(domains.map((domain) => [domain, perMinute - (tried.get(domain) ?? 0)]))
}

/** What there is no room for waits until there is some; whoever waits to come in is never put off. To a slow domain goes one. */
function inPace(waiting: readonly Taken[], room: Map<string, number>, { most, perMinute, slow }: Pace, now: Date) {
  const taken: Taken[] = []
  const putOff: { id: number; milliseconds: number }[] = []
  for (const one of waiting) {
    const { until = 0, underWay = false } = slow.get(one.domain) ?? {}
    const wait = until - now.getTime()
    if (wait > 0 && one.place !== 0) {
      putOff.push({ id: one.id, milliseconds: wait })
      continue
    }
    if (underWay || (until > 0 && taken.some(({ domain }) => domain === one.domain))) continue
    const left = room.get(one.domain) ?? 0
    if (left <= 0 && one.place !== 0) putOff.push({ id: one.id, milliseconds: ((1 - left) / perMinute) * 60_000 })
    else if (taken.length < most) taken.push(one)
    else continue
    room.set(one.domain, left - 1)
  }
  return { taken, putOff }
}

/** Takes what is due, as many as `most`, and puts off what would be too much for a domain. */
export const takeMails = (
  system: Db,
  now: Date,
  pace: Pace,
): Promise<{ readonly taken: readonly Taken[]; readonly putOff: number }> =>
  system.transaction().execute(async (db) => {
    await sql`select pg_advisory_xact_lock(${takingLock})`.execute(db)
    const waiting = await listWaiting(db, now, pace.most * 4)
    if (waiting.length === 0) return { taken: [], putOff: 0 }
    const { taken, putOff } = inPace(waiting, await roomOf(db, waiting, pace.perMinute, now), pace, now)
    const due = putOff.map(({ milliseconds }) => new Date(now.getTime() + milliseconds))
    await sql`update mail set due_at = later.at from unnest(${putOff.map(({ id }) => id)}::int[], ${due}::timestamptz[])
      as later (id, at) where mail.id = later.id`.execute(db)
    await sql`update mail set tries = tries + 1, tried_at = ${now}, due_at = ${new Date(now.getTime() + takenFor)}
      where id = any(${taken.map(({ id }) => id)})`.execute(db)
    return { taken: taken.map((one) => ({ ...one, tries: one.tries + 1 })), putOff: putOff.length }
  })

/** Those that were taken and not begun. */
export const giveBack = (system: Db, taken: readonly Taken[], now: Date): Promise<unknown> =>
  sql`update mail set tries = mail.tries - 1, due_at = ${now} from unnest(${taken.map(({ id }) => id)}::int[],
    ${taken.map(({ tries }) => tries)}::int[]) as back (id, tries) where mail.id = back.id and mail.tries = back.tries`.execute(
    system,
  )

interface Held extends Taken {
  readonly name: string
  readonly email: string
  readonly message: Buffer
  readonly writtenAt: Date
  /** Its person is still here, and may still be told of its thing. */
  readonly mayGo: boolean
}

/** Locked until the transaction ends; undefined where another process has it, or it is gone. */
const hold = async (db: Db, { id, tries }: Taken): Promise<Held | undefined> =>
  (
    await sql<Held>`select id, domain, tries, name, email, place, message, written_at as "writtenAt",
      app.mail_may_go(person_id, contribution_id, reply_id, audience_id, by_id) as "mayGo" from mail
      where id = ${id} and tries = ${tries} and sent_at is null and failed_at is null and message is not null
      for update skip locked`.execute(db)
  ).rows[0]

/** What may not be told any more is not kept either. */
const drop = (db: Db, { id }: Taken): Promise<unknown> => sql`delete from mail where id = ${id}`.execute(db)

const markSent = (db: Db, { id }: Taken, now: Date): Promise<unknown> =>
  sql`update mail set sent_at = ${now}, answer = '', message = case when place = 0 then null else message end
    where id = ${id}`.execute(db)

const markLater = (db: Db, { id }: Taken, due: Date, answer: string): Promise<unknown> =>
  sql`update mail set due_at = ${due}, answer = ${answer} where id = ${id}`.execute(db)

const markFailed = (db: Db, { id }: Taken, now: Date, answer: string): Promise<unknown> =>
  sql`update mail set failed_at = ${now}, answer = ${answer}, message = case when place = 0 then null else message end
    where id = ${id}`.execute(db)

async function mark(db: Db, mail: Held, failure: Failure, now: Date): Promise<void> {
  const answer = saidOf(failure.answer)
  // Its number of tries counts as well: a mail at which the server breaks must not stand before all others for ever.
  const due = new Date(now.getTime() + pauseAfter(mail.tries))
  const isOld = now.getTime() - mail.writtenAt.getTime() > patience
  if (failure.kind === 'away') return void (await markLater(db, mail, new Date(now.getTime() + takenFor), answer))
  if (failure.kind === 'silent') return void (await markLater(db, mail, due, answer))
  if (failure.kind === 'later' && !isOld) return void (await markLater(db, mail, due, answer))
  await markFailed(db, mail, now, answer)
  if (failure.kind === 'no-address') await pauseAddress(db, mail.email, answer, now)
}

export interface SendParts {
  readonly system: Db
  readonly delivery: Delivery
  readonly secret: string
  readonly now: () => Date
}

/** `gone`: nothing was there to hand over, or it may not be told any more. */
export type Outcome = FailureKind | 'sent' | 'gone'

/**
 * Hands over one mail and writes down what became of it. Between the server's word that it has it and our mark nothing is
 * done: whoever is killed just there sends it again, under the same Message-ID; everywhere else it is sent once.
 */
export const sendTaken = ({ system, delivery, secret, now }: SendParts, taken: Taken): Promise<Outcome> =>
  system.transaction().execute(async (db) => {
    const mail = await hold(db, taken)
    if (mail === undefined) return 'gone'
    if (!mail.mayGo) {
      await drop(db, mail)
      return 'gone'
    }
    const message = messageOf(mail, secret)
    if (message === undefined) {
      await markFailed(db, mail, now(), 'SECRET has changed')
      return 'never'
    }
    try {
      await delivery.hand({ name: mail.name, email: mail.email, message })
    } catch (error) {
      const failure = failureOf(error)
      await mark(db, mail, failure, now())
      return failure.kind
    }
    await markSent(db, mail, now())
    return 'sent'
  })

/** When the next mail is due; undefined where none waits. */
export async function nextDue(system: Db, now: Date): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date | null }>`select min(due_at) as at from mail
    where sent_at is null and failed_at is null and due_at > ${now}`.execute(system)
  return rows[0]?.at ?? undefined
}
