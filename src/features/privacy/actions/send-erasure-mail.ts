// The mails of an erasure: the link that confirms it, and the day on which it will be done.
import { formatDate } from '#kernel/locale.ts'
import type { JobParts, MailWords } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { newToken, sha256 } from '#platform/identity/token.ts'
import { confirmWith, myDataPath } from '../paths.ts'
import { findLeaving, keepTokenHash, type Leaving } from '../store-erasure.ts'

/** As long as `app.confirm_erasure` takes the link. */
const confirmDays = 3

type Parts = Pick<JobParts, 'system' | 'mail' | 'settings' | 'now'>

type Reader = Pick<Leaving, 'name' | 'lang'>

/** `link`: the whole address that confirms it. */
export function askingWords({ name, lang }: Reader, network: string, link: string): MailWords {
  const t = translator(lang)
  return {
    subject: t('privacy.mail-asked-subject', { network }),
    text: t('privacy.mail-asked', { name, network, link }),
    why: t('privacy.mail-asked-why'),
  }
}

/** `link`: the page on which it can still be taken back. */
export function dueWords({ name, lang }: Reader, dueAt: Date, network: string, link: string): MailWords {
  const t = translator(lang)
  const day = formatDate(lang, dueAt)
  const subject = t('privacy.mail-confirmed-subject', { network, day })
  const text = t('privacy.mail-confirmed', { name, network, day, link })
  return { subject, text, why: t('privacy.mail-confirmed-why') }
}

/** Secret and mail, or neither. Heard again it finds that the secret was made. */
export const sendConfirmationLink = ({ system, mail, settings, now }: Parts, personId: number): Promise<void> =>
  system.transaction().execute(async (db) => {
    const person = await findLeaving(db, personId)
    const token = newToken()
    if (person === undefined || person.dueAt !== null || !(await keepTokenHash(db, personId, sha256(token)))) return
    const words = askingWords(person, settings.networkName, settings.baseUrl + confirmWith(token))
    const until = new Date(now().getTime() + confirmDays * 86_400_000)
    await mail({ to: person.email, ...words, letsIn: { until } }, db)
  })

export async function sendDueDay({ system, mail, settings }: Parts, personId: number): Promise<void> {
  const person = await findLeaving(system, personId)
  if (!person?.dueAt) return
  const words = dueWords(person, person.dueAt, settings.networkName, settings.baseUrl + myDataPath)
  await mail({ to: person.email, ...words, id: `erasure-due-${personId}-${person.dueAt.getTime()}` })
}
