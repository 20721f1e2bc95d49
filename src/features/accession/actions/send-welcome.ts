// After the admission: the welcome in the city's language, with its first three steps; and what was sent stands in the file.
import { dayOf, formatDate } from '#kernel/locale.ts'
import { translator } from '#platform/i18n.ts'
import { type Accession, emptyStep, latest, stateOfFile } from '../accession.ts'
import { coordinatorOf, enquirerOf, type MailAddress } from '../addressees.ts'
import { getAccession, insertStep } from '../store.ts'
import type { MailParts } from './send-address.ts'

/** Whoever coordinates first. */
const addresseesOf = (file: Accession): MailAddress[] =>
  [coordinatorOf(file), enquirerOf(file)].filter((one) => one !== undefined)

/** Heard again after a failure it sends the rest; a mail that left twice says by its id that it is the same one. */
export async function sendWelcome(parts: MailParts, id: number): Promise<void> {
  const file = await getAccession(parts.system, id)
  if (stateOfFile(file) !== 'admitted') return
  const t = translator(file.lang)
  const now = parts.now()
  const day = latest(file, 'effective')?.day ?? dayOf(now)
  const network = parts.settings.networkName
  const values = {
    city: file.name,
    network,
    date: formatDate(t.lang, new Date(`${day}T12:00:00Z`)),
    link: parts.settings.baseUrl,
  }
  for (const { name, email } of addresseesOf(file))
    await parts.mail({
      to: email,
      subject: t('accession.mail-welcome-subject', values),
      text: t('accession.mail-welcome-text', { ...values, name }),
      id: `accession-welcome-${id}-${email}`,
    })
  const note = t('accession.welcome-sent', {
    names: addresseesOf(file)
      .map(({ name }) => name)
      .join(', '),
  })
  await insertStep(parts.system, id, {
    ...emptyStep,
    kind: 'welcome',
    day: dayOf(now),
    note,
    side: 'software',
    by: null,
  })
}
