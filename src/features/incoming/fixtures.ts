// For tests: a town whose mails can be answered, and mails as mail programs send them.
import { createTransport, type SendMailOptions } from 'nodemailer'
import type { Mail } from '#platform/feature.ts'
import { openTown, type Town } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { testJobs } from '../../../testing/template.ts'
import { type TakingParts, takeMail } from './actions/take-mail.ts'
import type { Fate } from './mail.ts'
import type { Envelope } from './read-mail.ts'

export const ours = 'reply@vicinia.example'
export const judge = 'mx.vicinia.example'
const receiving = { address: ours, mailbox: undefined, listener: undefined, judge }

export const adasAddress = 'ada.lindmoser@graz.example'
export const beatrizsAddress = 'beatriz.ribeirinha-douro@porto.example'

export const openTownWithMail = (): Promise<Town> =>
  openTown('demonstration', 'http://localhost', undefined, { receiving })

export const partsOf = (town: Town): TakingParts => ({
  system: town.database.system,
  database: town.database,
  mail: async (mail) => void town.mails.push(mail),
  settings: { ...testJobs(town.database.system, town.dataDir).settings, dataDir: town.dataDir, receiving },
  now: () => town.now,
})

const builder = createTransport({ streamTransport: true, buffer: true })
/** The bytes of a mail. */
export const mailOf = async (mail: SendMailOptions): Promise<Buffer> => {
  const { message } = await builder.sendMail({ from: adasAddress, to: ours, subject: 'Re: Porto', ...mail })
  return message as Buffer
}

/** Hands over the mail as a mailbox does, where only its head says whom it is for. */
export const take = async (town: Town, mail: SendMailOptions | Buffer, envelope: Envelope = {}): Promise<Fate> =>
  takeMail(partsOf(town), { source: Buffer.isBuffer(mail) ? mail : await mailOf(mail), ...envelope })

export async function workAll(town: Town): Promise<void> {
  while ((await town.work()) > 0);
}

/** A mail of ours left for this address so long ago. */
export const sentTo = (town: Town, email: string, daysAgo: number): Promise<number> =>
  fill(
    town,
    `insert into mail (name, email, place, message, written_at, due_at, sent_at) select name, '${email}', 1, '', at, at, at
     from (select gen_random_uuid()::text as name, '${town.now.toISOString()}'::timestamptz - interval '${daysAgo} days' as at) sent`,
  )

/** The mails to this address that came since, newest last. */
export const mailsTo = (town: Town, address: string): Mail[] => town.mails.filter(({ to }) => to === address)

/** Where the newest notice about this thread says that answers go to. */
export const answerAddress = (town: Town, address: string, thread: string): string =>
  mailsTo(town, address).findLast(({ inReplyTo }) => inReplyTo === `thread-${thread}`)?.replyTo ?? ''
