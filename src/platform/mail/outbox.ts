// The outbox: a mail is built once and written down, with the fact where its writer has a transaction; sending comes after.
import type { Db } from '../db/database.ts'
import type { Mail, SendMail } from '../feature.ts'
import { seal, unseal } from '../identity/sealed-secret.ts'
import { compose, type Letter } from './compose.ts'
import type { MailPlace, MailTables } from './tables.ts'

export interface OutboxParts {
  readonly system: Db
  readonly from: string
  readonly secret: string
  readonly now: () => Date
}

const placeOf = ({ letsIn, patient }: Mail): MailPlace => (letsIn === undefined ? (patient ? 2 : 1) : 0)

/** Bound to the mail: what was sealed for one opens no other. */
const purposeOf = (name: string): string => `mail ${name}`

/** What lets somebody in is sealed: a copy of the database, however old, opens no door. */
const kept = (place: MailPlace, { name, message }: Letter, secret: string): Buffer =>
  place === 0 ? Buffer.from(seal(message.toString('latin1'), secret, purposeOf(name), 0)) : message

/** Undefined: sealed under another secret than today's. */
export function messageOf(
  row: { place: MailPlace; name: string; message: Buffer },
  secret: string,
): Buffer | undefined {
  if (row.place !== 0) return row.message
  const text = unseal(row.message.toString('latin1'), secret, purposeOf(row.name), 0)
  return text === undefined ? undefined : Buffer.from(text, 'latin1')
}

/** What is written twice under one name is one mail, the first. */
export const createOutbox =
  ({ system, from, secret, now }: OutboxParts): SendMail =>
  async (mail, within = system) => {
    const at = now()
    const letter = await compose(from, mail, at)
    const { personId = null, contributionId = null, replyId = null, roomId = null, byId = null } = mail.about ?? {}
    const place = placeOf(mail)
    await within
      .withTables<MailTables>()
      .insertInto('mail')
      .values({
        ...{ name: letter.name, email: letter.email, place, message: kept(place, letter, secret) },
        ...{ person_id: personId, contribution_id: contributionId, reply_id: replyId, audience_id: roomId },
        by_id: byId,
        ...{ written_at: at, due_at: at, until: mail.letsIn?.until ?? null },
      })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute()
  }
