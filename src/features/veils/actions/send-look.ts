// The mail to whoever asked as a member city: who of the office looked, when, and why.
import { formatMoment } from '#kernel/locale.ts'
import type { JobParts } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { tryEach } from '#platform/jobs/try-each.ts'
import { findLookToTell, type LookToTell, listUntold, noteTold } from '../store.ts'

async function mailLook(parts: JobParts, liftingId: number, look: LookToTell): Promise<void> {
  const t = translator(look.lang)
  const kind = parts.features.flatMap((feature) => feature.kinds ?? []).find((one) => one.kind === look.kind)
  const link = `${parts.settings.baseUrl}${kind?.path(look.contributionId, '') ?? '/'}`
  const { name, by, office, title, reason } = look
  const values = { name, by, office, title, reason, link, when: formatMoment(look.lang, look.at) }
  const subject = t('veils.mail-subject', { network: parts.settings.networkName })
  await parts.mail({ to: look.email, subject, text: t('veils.mail-text', values), id: `veil-lifted-${liftingId}` })
}

/** Once, however often it is tried, and by whichever process. Nobody to tell is told too. */
export const sendLook = (parts: JobParts, liftingId: number): Promise<void> =>
  parts.system.transaction().execute(async (transaction) => {
    if (!(await noteTold(transaction, liftingId))) return
    const look = await findLookToTell(transaction, liftingId)
    if (look !== undefined) await mailLook(parts, liftingId, look)
  })

/** A job tries for some seventeen minutes. */
const triesEnd = 30 * 60_000

/** Looks whose mail every try of their job failed to send: the asker learns of each, however long the mail server was away. */
export const sendLooksAgain = async (parts: JobParts): Promise<void> =>
  tryEach(await listUntold(parts.system, new Date(parts.now().getTime() - triesEnd)), (id) => sendLook(parts, id))
