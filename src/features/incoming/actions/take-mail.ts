// One mail, from its bytes to what becomes of it. Whatever is not certain to be from whom the address was made for is nobody's.
import { isBounceAddress, isStill, type ReplyAddress, readReplyAddress } from '#platform/mail/reply-address.ts'
import type { RunningParts } from '#platform/running.ts'
import { isAutomatic, isDisowned } from '../judge-sender.ts'
import type { Fate, IncomingMail, MailRefusal } from '../mail.ts'
import { type Envelope, readMail } from '../read-mail.ts'
import { findSender, isKnown, LandedBefore, type Sender } from '../store.ts'
import { answerRefused } from './answer-refused.ts'
import { landReply } from './land-reply.ts'
import { noteBounce } from './note-bounce.ts'

export type TakingParts = Pick<RunningParts, 'system' | 'database' | 'mail' | 'settings' | 'now'>

export interface GivenMail extends Envelope {
  readonly source: Buffer
  /** The source is its head alone. */
  readonly tooLarge?: true
}

/** The person, where the mail is theirs by all that can be known. */
async function senderOf(
  { system, settings }: TakingParts,
  mail: IncomingMail,
  { personId }: ReplyAddress,
): Promise<Sender | undefined> {
  if (isAutomatic(mail) || isDisowned(mail, settings.receiving?.judge)) return undefined
  const sender = await findSender(system, personId)
  const [from, ...others] = mail.from
  return others.length === 0 && from === sender?.email.toLowerCase() ? sender : undefined
}

async function refusalOf(
  parts: TakingParts,
  mail: IncomingMail,
  { sender, address, tooLarge }: { sender: Sender; address: ReplyAddress; tooLarge: boolean },
): Promise<MailRefusal | undefined> {
  if (!isStill(address, sender, parts.settings.secret)) return 'moved'
  if (tooLarge) return 'too-large-mail'
  const landing = { database: parts.database, dataDir: parts.settings.dataDir, now: parts.now() }
  const outcome = await landReply(landing, sender, address.threadId, mail)
  return outcome.done ? undefined : outcome.refusal
}

async function takeReply(
  parts: TakingParts,
  mail: IncomingMail,
  { sender, address, tooLarge }: { sender: Sender; address: ReplyAddress; tooLarge: boolean },
): Promise<Fate> {
  const { threadId } = address
  if (await isKnown(parts.system, sender.personId, { messageId: mail.messageId, threadId })) return 'landed-before'
  try {
    const refusal = await refusalOf(parts, mail, { sender, address, tooLarge })
    if (refusal === undefined) return 'landed'
    await answerRefused(parts, sender, { threadId, incoming: mail, refusal })
    return 'refused'
  } catch (error) {
    if (error instanceof LandedBefore) return 'landed-before'
    throw error
  }
}

/** Who answers all has the addresses of others in it as well; of one thread first the address that is still good. */
async function believed(parts: TakingParts, mail: IncomingMail, addresses: readonly ReplyAddress[]) {
  const { secret } = parts.settings
  const found: { readonly sender: Sender; readonly address: ReplyAddress; readonly still: boolean }[] = []
  for (const address of addresses) {
    const sender = await senderOf(parts, mail, address)
    if (sender !== undefined) found.push({ sender, address, still: isStill(address, sender, secret) })
  }
  return found.sort((one, other) => Number(other.still) - Number(one.still))
}

/** What is worth saying of a mail to several threads. */
const tellingFates: readonly Fate[] = ['landed', 'refused', 'landed-before']

/** What breaks (a database that is away) is thrown: the mail is handed over again. */
export async function takeMail(parts: TakingParts, { source, tooLarge, ...envelope }: GivenMail): Promise<Fate> {
  const ours = parts.settings.receiving?.address
  const mail = await readMail(source, envelope)
  if (mail === undefined || ours === undefined) return 'ignored'
  if (mail.to.some((one) => isBounceAddress(one, ours))) return noteBounce(parts, mail, ours)
  const named = new Set(mail.to.map((one) => one.trim().toLowerCase()))
  const addresses = [...named].flatMap((one) => readReplyAddress(one, ours, parts.settings.secret) ?? [])
  const fates: Fate[] = []
  for (const { sender, address } of await believed(parts, mail, addresses))
    fates.push(await takeReply(parts, mail, { sender, address, tooLarge: tooLarge === true }))
  return tellingFates.find((fate) => fates.includes(fate)) ?? 'ignored'
}
