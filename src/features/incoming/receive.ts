// Both ways in, where they are configured: one process of all reads the mailbox, each listens for itself.
import { leadAlone } from '#platform/db/lead.ts'
import { isBounceAddress, readReplyAddress } from '#platform/mail/reply-address.ts'
import type { Run } from '#platform/running.ts'
import { type GivenMail, takeMail } from './actions/take-mail.ts'
import { listenForMail } from './listen-for-mail.ts'
import { readMailbox } from './read-mailbox.ts'

/** One after the other: each is parsed whole, and two at once are twice the memory. */
function inTurn<Given, Result>(work: (given: Given) => Promise<Result>): (given: Given) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  return (given) => {
    const next = last.then(() => work(given))
    last = next.catch(() => undefined)
    return next
  }
}

export const receiveMail: Run = async (parts) => {
  const { settings, log, access, now } = parts
  const { receiving, secret } = settings
  if (receiving === undefined) return async () => undefined
  const { address: ours, mailbox, listener } = receiving
  const take = inTurn((mail: GivenMail) => takeMail(parts, mail))
  const isOurs = (address: string): boolean =>
    isBounceAddress(address, ours) || readReplyAddress(address, ours, secret) !== undefined
  const listening = listener === undefined ? undefined : await listenForMail({ address: listener, isOurs, take, log })
  const stopReading =
    mailbox === undefined
      ? undefined
      : leadAlone(access, 'mailbox of answers', {
          lead: (over) => readMailbox({ address: mailbox, take, log, now }, over),
          failed: (error) => log.warn({ mailbox: 'away', err: error }),
        })
  return async () => {
    await Promise.all([listening?.close(), stopReading?.()])
  }
}
