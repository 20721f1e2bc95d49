// Which signed addresses of a mail are its sender's own, by all that can be known.
import { isStill, type ReplyAddress, readReplyAddress } from '#platform/mail/reply-address.ts'
import type { RunningParts } from '#platform/running.ts'
import { isAutomatic, isDisowned } from './judge-sender.ts'
import type { IncomingMail } from './mail.ts'
import { findSender, type Sender } from './store.ts'

type Parts = Pick<RunningParts, 'system' | 'settings'>

export interface Believed {
  readonly sender: Sender
  readonly address: ReplyAddress
  /** Neither their city nor their e-mail address changed since. */
  readonly still: boolean
}

/** The person, where the mail is theirs. */
async function senderOf(
  { system, settings }: Parts,
  mail: IncomingMail,
  { personId }: ReplyAddress,
): Promise<Sender | undefined> {
  if (isAutomatic(mail) || isDisowned(mail, settings.receiving?.judge)) return undefined
  const sender = await findSender(system, personId)
  const [from, ...others] = mail.from
  return others.length === 0 && from === sender?.email.toLowerCase() ? sender : undefined
}

/** Who answers all has the addresses of others in it as well; of one thread first the address that is still good. */
export async function listBelieved(parts: Parts, mail: IncomingMail, ours: string): Promise<readonly Believed[]> {
  const { secret } = parts.settings
  const named = new Set(mail.to.map((one) => one.trim().toLowerCase()))
  const found: Believed[] = []
  for (const address of [...named].flatMap((one) => readReplyAddress(one, ours, secret) ?? [])) {
    const sender = await senderOf(parts, mail, address)
    if (sender !== undefined) found.push({ sender, address, still: isStill(address, sender, secret) })
  }
  return found.sort((one, other) => Number(other.still) - Number(one.still))
}
