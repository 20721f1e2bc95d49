// After the office said no: who enquired, and whom the city named as its coordinator, read the reason, each in a mail of its own.
import { formatDate } from '#kernel/locale.ts'
import { oneLine } from '#kernel/one-line.ts'
import { translator } from '#platform/i18n.ts'
import { latest, stateOfFile } from '../accession.ts'
import { type Addressee, addressees } from '../addressees.ts'
import { getAccession } from '../store.ts'
import type { MailParts } from './send-address.ts'

/** The job of one mail; heard again after a failure it says by its id that it is the same one. */
export async function sendRefusal(parts: MailParts, id: number, who: Addressee): Promise<void> {
  const file = await getAccession(parts.system, id)
  const [refusal, to] = [latest(file, 'refusal'), addressees[who](file)]
  if (stateOfFile(file) !== 'refused' || refusal === undefined || to === undefined) return
  const t = translator(file.lang)
  const values = {
    name: to.name,
    city: oneLine(file.name),
    network: parts.settings.networkName,
    date: formatDate(t.lang, new Date(`${refusal.day}T12:00:00Z`)),
    reason: refusal.note,
  }
  await parts.mail({
    to: to.email,
    subject: t('accession.mail-refusal-subject', values),
    text: t('accession.mail-refusal-text', values),
    id: `accession-refusal-${id}-${who}`,
  })
}
