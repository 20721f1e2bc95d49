// Mail: over SMTP where SMTP_URL is set, else as files in DATA_DIR/outbox that a person or a test can read.
import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Mail, MailAttachment, SendMail } from '../feature.ts'

export interface MailSettings {
  readonly smtpUrl: string | undefined
  /** `Vicinia <office@example.org>`. */
  readonly from: string
  readonly dataDir: string
}

const hostOf = (from: string): string => /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost'

/** The button of mail programs that ends such mails with one click. */
const endHeaders = ({ endAddress }: Mail): Record<string, string> =>
  endAddress === undefined
    ? {}
    : { 'List-Unsubscribe': `<${endAddress}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }

const attachmentOf = ({ name, type, content }: MailAttachment) => ({ filename: name, contentType: type, content })

const messageIdOf = (settings: MailSettings, id: string): string => `<${id}@${hostOf(settings.from)}>`

/** Also `References`: some mail programs look at one, some at the other. */
const belowOf = (settings: MailSettings, { inReplyTo }: Mail) => {
  if (inReplyTo === undefined) return {}
  const above = messageIdOf(settings, inReplyTo)
  return { inReplyTo: above, references: above }
}

const compose = (settings: MailSettings, mail: Mail) => ({
  from: settings.from,
  to: mail.to,
  subject: mail.subject,
  text: mail.text,
  ...(mail.html === undefined ? {} : { html: mail.html }),
  ...(mail.id === undefined ? {} : { messageId: messageIdOf(settings, mail.id) }),
  ...(mail.replyTo === undefined ? {} : { replyTo: mail.replyTo }),
  ...belowOf(settings, mail),
  ...(mail.attachments === undefined ? {} : { attachments: mail.attachments.map(attachmentOf) }),
  headers: { 'Auto-Submitted': 'auto-generated', ...endHeaders(mail) },
})

const outboxOf = (dataDir: string): string => join(dataDir, 'outbox')

/** Builds the RFC 5322 message and puts it into the outbox folder under a name that sorts by time. */
const intoOutbox = (settings: MailSettings): SendMail => {
  const builder = createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  return async (mail) => {
    const { message } = await builder.sendMail(compose(settings, mail))
    const folder = outboxOf(settings.dataDir)
    await mkdir(folder, { recursive: true })
    const id = mail.id ?? randomUUID().slice(0, 8)
    if (mail.id !== undefined && (await readdir(folder)).some((name) => name.endsWith(`Z-${id}.eml`))) return
    const name = `${new Date().toISOString().replaceAll(/[:.]/g, '-')}-${id}`
    const path = join(folder, `${name}.eml`)
    await writeFile(`${path}.part`, message as Buffer)
    await rename(`${path}.part`, path)
  }
}

const overSmtp = (settings: MailSettings, url: string): SendMail => {
  const transport = createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 })
  return async (mail) => {
    await transport.sendMail(compose(settings, mail))
  }
}

export const createSendMail = (settings: MailSettings): SendMail =>
  settings.smtpUrl === undefined ? intoOutbox(settings) : overSmtp(settings, settings.smtpUrl)

/** The newest messages of the outbox, raw, newest first; for the demonstration's page. */
export async function readOutbox(dataDir: string, most: number): Promise<string[]> {
  const names = await readdir(outboxOf(dataDir)).catch(() => [] as string[])
  const newest = names
    .filter((name) => name.endsWith('.eml'))
    .sort()
    .reverse()
    .slice(0, most)
  return Promise.all(newest.map((name) => readFile(join(outboxOf(dataDir), name), 'utf8')))
}
