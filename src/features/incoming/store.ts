// Who may answer a mail, and which mails were taken in; asked as the system but for the one that lands.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { AudienceKind } from '#kernel/audience.ts'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import type { MailTables } from '#platform/mail/tables.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { IncomingTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & IncomingTables>()

/** A mail may be for several threads. */
export interface MailOfThread {
  readonly messageId: string
  readonly threadId: number
}

/** As it is kept: a Message-ID is of any length, and tells where somebody works. */
const nameOf = ({ messageId, threadId }: MailOfThread): string =>
  createHash('sha256').update(`${threadId} ${messageId}`).digest('hex')

export interface Sender {
  readonly personId: number
  readonly organisationId: number
  readonly email: string
  readonly name: string
  readonly lang: Lang
}

/** Undefined: has left, or never was. */
export const findSender = (system: Db, personId: number): Promise<Sender | undefined> =>
  tablesOf(system)
    .selectFrom('person')
    .select(['id as personId', 'organisation_id as organisationId', 'email', 'name', 'lang'])
    .where('id', '=', personId)
    .where('left_at', 'is', null)
    .executeTakeFirst()

export async function findAudienceKind(system: Db, contributionId: number): Promise<AudienceKind | undefined> {
  const row = await tablesOf(system)
    .selectFrom('contribution as c')
    .innerJoin('audience as a', 'a.id', 'c.audience_id')
    .select('a.kind')
    .where('c.id', '=', contributionId)
    .executeTakeFirst()
  return row?.kind
}

export async function isKnown(system: Db, personId: number, mail: MailOfThread): Promise<boolean> {
  const row = await tablesOf(system)
    .selectFrom('incoming_mail')
    .select('person_id')
    .where('person_id', '=', personId)
    .where('name', '=', nameOf(mail))
    .executeTakeFirst()
  return row !== undefined
}

/** Whether a mail of ours left for this e-mail address since then. */
export async function wasSentTo(system: Db, email: string, since: Date): Promise<boolean> {
  const row = await system
    .withTables<MailTables>()
    .selectFrom('mail')
    .select('id')
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .where('sent_at', '>=', since)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Thrown where the same mail landed a moment ago: what was begun is undone. */
export class LandedBefore extends Error {}

/** In the transaction of the reply, as its author. */
export async function noteLanded(db: Db, personId: number, mail: MailOfThread, at: Date): Promise<void> {
  await tablesOf(db)
    .insertInto('incoming_mail')
    .values({ person_id: personId, name: nameOf(mail), at, answered: false })
    .execute()
    .catch((error: Error & { code?: string }) => {
      // Of unique_violation.
      throw error.code === '23505' ? new LandedBefore() : error
    })
}

/** The row of the person is held: of two mails at once one is answered. */
export async function wasAnsweredSince(transaction: Db, personId: number, since: Date): Promise<boolean> {
  await tablesOf(transaction)
    .selectFrom('person')
    .select('id')
    .where('id', '=', personId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  const row = await tablesOf(transaction)
    .selectFrom('incoming_mail')
    .select('at')
    .where('person_id', '=', personId)
    .where('answered', '=', true)
    .where('at', '>', since)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export const noteRefused = (
  transaction: Db,
  personId: number,
  mail: MailOfThread,
  how: { readonly at: Date; readonly answered: boolean },
): Promise<unknown> =>
  tablesOf(transaction)
    .insertInto('incoming_mail')
    .values({ person_id: personId, name: nameOf(mail), ...how })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

export const forgetMails = (system: Db, before: Date): Promise<unknown> =>
  tablesOf(system).deleteFrom('incoming_mail').where('at', '<', before).execute()
