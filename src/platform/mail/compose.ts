// A mail as it leaves (RFC 5322), built once: however often it is handed over, it is the same to the byte.
import { createHash, randomUUID } from 'node:crypto'
import { createTransport } from 'nodemailer'
import type { Mail, MailAttachment } from '../feature.ts'
import { textOf } from './mail.ts'

/** Ready to be handed over. */
export interface Letter {
  /** Its own name, once and for all. */
  readonly name: string
  readonly email: string
  /** With line ends as mail servers want them (CR LF). */
  readonly message: Buffer
}

const hostOf = (from: string): string => /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost'

/** The bare address in `Vicinia <office@example.org>`. */
export const addressOf = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim()

/** Names hold addresses here and there, and a Message-ID is a word (RFC 5322, 3.6.4) that every server on the way writes down. */
const wordOf = (name: string): string =>
  /^[\w.-]{1,100}$/.test(name) ? name : createHash('sha256').update(name).digest('hex').slice(0, 40)

/** As long as a name may be in the outbox; a longer one becomes its digest, in which nobody's address stands either. */
const mostName = 200
const nameOf = (id: string): string => (id.length <= mostName ? id : createHash('sha256').update(id).digest('hex'))

const messageIdOf = (from: string, id: string): string => `<${wordOf(id)}@${hostOf(from)}>`

/** The button of mail programs that ends such mails with one click. */
const endHeaders = ({ endAddress }: Mail): Record<string, string> =>
  endAddress === undefined
    ? {}
    : { 'List-Unsubscribe': `<${endAddress}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }

const attachmentOf = ({ name, type, content }: MailAttachment) => ({ filename: name, contentType: type, content })

/** Also `References`: some mail programs look at one, some at the other. */
const belowOf = (from: string, { inReplyTo }: Mail) => {
  if (inReplyTo === undefined) return {}
  const above = messageIdOf(from, nameOf(inReplyTo))
  return { inReplyTo: above, references: above }
}

const partsOf = (from: string, mail: Mail, name: string) => ({
  from,
  to: mail.to,
  subject: mail.subject,
  text: textOf(mail),
  ...(mail.html === undefined ? {} : { html: mail.html }),
  messageId: messageIdOf(from, name),
  ...(mail.replyTo === undefined ? {} : { replyTo: mail.replyTo }),
  ...belowOf(from, mail),
  ...(mail.attachments === undefined ? {} : { attachments: mail.attachments.map(attachmentOf) }),
  headers: { 'Auto-Submitted': 'auto-generated', ...endHeaders(mail) },
})

const builder = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })

/** `now`: its date, which stays however late it leaves. */
export async function compose(from: string, mail: Mail, now: Date): Promise<Letter> {
  const name = nameOf(mail.id ?? randomUUID())
  const { message } = await builder.sendMail({ ...partsOf(from, mail, name), date: now })
  return { name, email: mail.to, message: message as Buffer }
}
