// The mail to whoever asked as a member city: who of the office looked, when, and why.
import { formatMoment } from '#kernel/locale.ts'
import type { JobParts } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { findLookToTell } from '../store.ts'

export async function sendLook(parts: JobParts, liftingId: number): Promise<void> {
  const look = await findLookToTell(parts.system, liftingId)
  if (look === undefined) return
  const t = translator(look.lang)
  const kind = parts.features.flatMap((feature) => feature.kinds ?? []).find((one) => one.kind === look.kind)
  const link = `${parts.settings.baseUrl}${kind?.path(look.contributionId, '') ?? '/'}`
  const { name, by, office, title, reason } = look
  const values = { name, by, office, title, reason, link, when: formatMoment(look.lang, look.at) }
  const subject = t('veils.mail-subject', { network: parts.settings.networkName })
  await parts.mail({ to: look.email, subject, text: t('veils.mail-text', values), id: `veil-lifted-${liftingId}` })
}
