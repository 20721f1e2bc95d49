// After the office said no: who enquired, and whom the city named as its coordinator, read the reason, each in a mail of its own.
import { formatDate } from '#kernel/locale.ts'
import { oneLine } from '#kernel/one-line.ts'
import type { MailWords } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { type Accession, latest, stateOfFile } from '../accession.ts'
import { type Addressee, addressees } from '../addressees.ts'
import { getAccession } from '../store.ts'
import type { MailParts } from './send-address.ts'

/** `day`: on which it was decided. */
export function refusalWords(
  { lang, name }: Pick<Accession, 'lang' | 'name'>,
  { to, day, reason }: { readonly to: string; readonly day: string; readonly reason: string },
  network: string,
): MailWords {
  const t = translator(lang)
  const values = {
    name: to,
    city: oneLine(name),
    network,
    date: formatDate(lang, new Date(`${day}T12:00:00Z`)),
    reason,
  }
  return {
    subject: t('accession.mail-refusal-subject', values),
    text: t('accession.mail-refusal-text', values),
    why: t('accession.mail-why', values),
  }
}

/** The job of one mail; heard again after a failure it says by its id that it is the same one. */
export async function sendRefusal(parts: MailParts, id: number, who: Addressee): Promise<void> {
  const file = await getAccession(parts.system, id)
  const [refusal, to] = [latest(file, 'refusal'), addressees[who](file)]
  if (stateOfFile(file) !== 'refused' || refusal === undefined || to === undefined) return
  const words = refusalWords(file, { to: to.name, day: refusal.day, reason: refusal.note }, parts.settings.networkName)
  await parts.mail({ to: to.email, ...words, id: `accession-refusal-${id}-${who}` })
}
