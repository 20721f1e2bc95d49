// A mail of ours came back: its address rests. Only whom we wrote to these days, as the address that the report came to proves.
import type { JobParts } from '#platform/feature.ts'
import { pauseAddress } from '#platform/mail/pauses.ts'
import { isBounceOf } from '#platform/mail/reply-address.ts'
import { failedFor } from '../bounce.ts'
import type { Fate, IncomingMail } from '../mail.ts'
import { wasSentTo } from '../store.ts'

const day = 86_400_000
/** Mail servers give up after five days. */
const mostDays = 7

export async function noteBounce(
  { system, settings, now }: Pick<JobParts, 'system' | 'settings' | 'now'>,
  mail: IncomingMail,
  ours: string,
): Promise<Fate> {
  // Of a report the envelope has no sender (RFC 5321, 4.5.5), so that two servers do not answer each other for ever.
  if (mail.envelopeFrom !== undefined && mail.envelopeFrom !== '') return 'ignored'
  const at = now()
  const proof = { ours, secret: settings.secret, now: at }
  const failed = failedFor(mail)
  const ourReader = failed?.addresses.find((email) => mail.to.some((address) => isBounceOf(address, email, proof)))
  if (failed === undefined || ourReader === undefined) return 'ignored'
  if (!(await wasSentTo(system, ourReader, new Date(at.getTime() - mostDays * day)))) return 'ignored'
  await pauseAddress(system, ourReader, failed.said, at)
  return 'bounce'
}
