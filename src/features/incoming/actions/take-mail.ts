// One mail, from its bytes to what becomes of it. Whatever is not certain to be from whom the address was made for is nobody's.
import { isBounceAddress } from '#platform/mail/reply-address.ts'
import type { RunningParts } from '#platform/running.ts'
import { type Believed, listBelieved } from '../believe.ts'
import type { Fate, IncomingMail, MailRefusal } from '../mail.ts'
import { type Envelope, readMail } from '../read-mail.ts'
import { isKnown, LandedBefore } from '../store.ts'
import { answerRefused } from './answer-refused.ts'
import { landReply } from './land-reply.ts'
import { noteBounce } from './note-bounce.ts'

export type TakingParts = Pick<RunningParts, 'system' | 'database' | 'mail' | 'settings' | 'now'>

export interface GivenMail extends Envelope {
  readonly source: Buffer
  /** The source is its head alone. */
  readonly tooLarge?: true
}

type Given = Believed & { readonly tooLarge: boolean }

async function refusalOf(
  parts: TakingParts,
  mail: IncomingMail,
  { sender, address, still, tooLarge }: Given,
): Promise<MailRefusal | undefined> {
  if (!still) return 'moved'
  if (tooLarge) return 'too-large-mail'
  const landing = { database: parts.database, dataDir: parts.settings.dataDir, now: parts.now() }
  const outcome = await landReply(landing, sender, address.threadId, mail)
  return outcome.done ? undefined : outcome.refusal
}

async function takeReply(parts: TakingParts, mail: IncomingMail, given: Given): Promise<Fate> {
  const { sender, address } = given
  const { threadId } = address
  if (await isKnown(parts.system, sender.personId, { messageId: mail.messageId, threadId })) return 'landed-before'
  try {
    const refusal = await refusalOf(parts, mail, given)
    if (refusal === undefined) return 'landed'
    await answerRefused(parts, sender, { threadId, incoming: mail, refusal })
    return 'refused'
  } catch (error) {
    if (error instanceof LandedBefore) return 'landed-before'
    throw error
  }
}

/** What is worth saying of a mail to several threads. */
const tellingFates: readonly Fate[] = ['landed', 'refused', 'landed-before']

/** What breaks (a database that is away) is thrown: the mail is handed over again. */
export async function takeMail(parts: TakingParts, { source, tooLarge, ...envelope }: GivenMail): Promise<Fate> {
  const ours = parts.settings.receiving?.address
  const mail = await readMail(source, envelope)
  if (mail === undefined || ours === undefined) return 'ignored'
  if (mail.to.some((one) => isBounceAddress(one, ours))) return noteBounce(parts, mail, ours)
  const fates: Fate[] = []
  for (const believed of await listBelieved(parts, mail, ours))
    fates.push(await takeReply(parts, mail, { ...believed, tooLarge: tooLarge === true }))
  return tellingFates.find((fate) => fates.includes(fate)) ?? 'ignored'
}
