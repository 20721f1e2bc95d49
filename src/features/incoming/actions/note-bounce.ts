// A mail of ours came back: its address rests. Only whom we wrote to, as the address that the report came to proves.
import type { JobParts } from '#platform/feature.ts'
import { pauseAddress } from '#platform/mail/pauses.ts'
import { isBounceOf } from '#platform/mail/reply-address.ts'
import { failedFor } from '../bounce.ts'
import type { Fate, IncomingMail } from '../mail.ts'

export async function noteBounce(
  { system, settings, now }: Pick<JobParts, 'system' | 'settings' | 'now'>,
  mail: IncomingMail,
  ours: string,
): Promise<Fate> {
  const at = now()
  const proof = { ours, secret: settings.secret, now: at }
  const failed = failedFor(mail)
  const ourReader = failed?.addresses.find((email) => mail.to.some((address) => isBounceOf(address, email, proof)))
  if (failed === undefined || ourReader === undefined) return 'ignored'
  await pauseAddress(system, ourReader, failed.said, at)
  return 'bounce'
}
