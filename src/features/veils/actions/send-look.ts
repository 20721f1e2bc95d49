// The mail to whoever asked as a member city: who of the office looked, when, and why.
import { formatMoment } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import type { JobParts, MailWords } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { tryEach } from '#platform/jobs/try-each.ts'
import { findLookToTell, type LookToTell, listUntold, noteTold } from '../store.ts'

/** In the language of whoever asked. */
export function wordsOf(look: LookToTell, network: string, link: string): MailWords {
  const t = translator(look.lang)
  const { name, by, office, title, reason } = look
  const values = { name, by, office, title, reason, link, when: formatMoment(look.lang, look.at) }
  return { subject: t('veils.mail-subject', { network }), text: t('veils.mail-text', values), why: t('veils.mail-why') }
}

async function mailLook(parts: JobParts, within: Db, liftingId: number): Promise<void> {
  const look = await findLookToTell(within, liftingId)
  if (look === undefined) return
  const kind = parts.features.flatMap((feature) => feature.kinds ?? []).find((one) => one.kind === look.kind)
  const link = `${parts.settings.baseUrl}${kind?.path(look.contributionId, '') ?? '/'}`
  const words = wordsOf(look, parts.settings.networkName, link)
  await parts.mail({ to: look.email, ...words, id: `veil-lifted-${liftingId}` }, within)
}

/** Once, however often it is tried, and by whichever process. Nobody to tell is told too. */
export const sendLook = (parts: JobParts, liftingId: number): Promise<void> =>
  parts.system.transaction().execute(async (transaction) => {
    if (await noteTold(transaction, liftingId)) await mailLook(parts, transaction, liftingId)
  })

/** A job tries for some seventeen minutes. */
const triesEnd = 30 * 60_000

/** Looks whose mail every try of their job failed to send: the asker learns of each, however long the mail server was away. */
export const sendLooksAgain = async (parts: JobParts): Promise<void> =>
  tryEach(await listUntold(parts.system, new Date(parts.now().getTime() - triesEnd)), (id) => sendLook(parts, id))
