// The mails of an erasure: the link that confirms it, and the day on which it will be done.
import { formatDate } from '#kernel/locale.ts'
import type { JobParts } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { newToken, sha256 } from '#platform/identity/token.ts'
import { confirmWith, myDataPath } from '../paths.ts'
import { findLeaving, keepTokenHash } from '../store-erasure.ts'

type Parts = Pick<JobParts, 'system' | 'mail' | 'settings'>

/** Done again after a failure, it makes a new secret; the one before stops working. */
export async function sendConfirmationLink({ system, mail, settings }: Parts, personId: number): Promise<void> {
  const person = await findLeaving(system, personId)
  if (person === undefined || person.dueAt !== null) return
  const token = newToken()
  await keepTokenHash(system, personId, sha256(token))
  const t = translator(person.lang)
  const network = settings.networkName
  await mail({
    to: person.email,
    subject: t('privacy.mail-asked-subject', { network }),
    text: t('privacy.mail-asked', { name: person.name, network, link: settings.baseUrl + confirmWith(token) }),
  })
}

export async function sendDueDay({ system, mail, settings }: Parts, personId: number): Promise<void> {
  const person = await findLeaving(system, personId)
  if (!person?.dueAt) return
  const t = translator(person.lang)
  const network = settings.networkName
  const day = formatDate(person.lang, person.dueAt)
  await mail({
    to: person.email,
    subject: t('privacy.mail-confirmed-subject', { network, day }),
    text: t('privacy.mail-confirmed', { name: person.name, network, day, link: settings.baseUrl + myDataPath }),
  })
}
