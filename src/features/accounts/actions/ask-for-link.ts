// Asking for a link by e-mail; the answer is the same for every address.
import type { Db } from '#platform/db/database.ts'
import type { SendMail, Settings } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { newToken, sha256 } from '#platform/identity/token.ts'
import { linkMinutes } from '../account.ts'
import { paths } from '../paths.ts'
import { findLinkRequest, findPersonByAddress, keepLinkHash, requestLink } from '../store-before-sign-in.ts'

export const askForLink = (system: Db, wish: { email: string; next: string }, now: Date): Promise<void> =>
  requestLink(system, wish, now)

/**
 * The job after it: makes the secret, keeps its digest, sends the mail. Only here is it found out whether anybody has the
 * address, so the page answers as fast for nobody as for somebody. Done again after a failure, it makes a new secret.
 */
export async function sendLink(
  parts: { system: Db; mail: SendMail; settings: Settings; now: () => Date },
  linkId: number,
): Promise<void> {
  const request = await findLinkRequest(parts.system, linkId)
  if (request === undefined || request.usedAt !== null || request.expiresAt <= parts.now()) return
  const person = await findPersonByAddress(parts.system, request.email)
  if (person === undefined) return
  const token = newToken()
  await keepLinkHash(parts.system, linkId, person.id, sha256(token))
  const t = translator(person.lang)
  const network = parts.settings.networkName
  const link = `${parts.settings.baseUrl}${paths.linkWith(token)}`
  await parts.mail({
    to: person.email,
    subject: t('accounts.link-mail-subject', { network }),
    text: t('accounts.link-mail-text', { name: person.name, network, link, minutes: linkMinutes }),
  })
}
