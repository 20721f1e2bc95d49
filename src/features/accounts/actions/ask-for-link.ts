// Asking for a link by e-mail; the answer is the same for every address.
import type { Db } from '#platform/db/database.ts'
import type { MailWords, SendMail, Settings } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { newToken, sha256 } from '#platform/identity/token.ts'
import { linkMinutes } from '../account.ts'
import { paths } from '../paths.ts'
import {
  type Addressee,
  findLinkRequest,
  findPersonByAddress,
  keepLinkHash,
  requestLink,
} from '../store-before-sign-in.ts'

export const askForLink = (system: Db, wish: { email: string; next: string }, now: Date): Promise<void> =>
  requestLink(system, wish, now)

/** `link`: the whole address that signs in. */
export function linkWords({ name, lang }: Pick<Addressee, 'name' | 'lang'>, network: string, link: string): MailWords {
  const t = translator(lang)
  const text = t('accounts.link-mail-text', { name, network, link, minutes: linkMinutes })
  return { subject: t('accounts.link-mail-subject', { network }), text, why: t('accounts.link-mail-why') }
}

/**
 * The job after it: makes the secret and keeps its digest with the mail, both or neither. Only here is it found out whether
 * anybody has the address, so the page answers as fast for nobody as for somebody. Heard again, it finds that it was done.
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
  const link = `${parts.settings.baseUrl}${paths.linkWith(token)}`
  const words = linkWords(person, parts.settings.networkName, link)
  await parts.system.transaction().execute(async (db) => {
    if (!(await keepLinkHash(db, linkId, person.id, sha256(token)))) return
    await parts.mail({ to: person.email, ...words, letsIn: { until: request.expiresAt } }, db)
  })
}
