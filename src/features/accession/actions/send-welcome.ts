// After the admission: the welcome in the city's language, with its first three steps; and what was sent stands in the file.
import { dayOf, formatDate } from '#kernel/locale.ts'
import type { MailWords } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { type Accession, emptyStep, latest, stateOfFile } from '../accession.ts'
import { coordinatorOf, enquirerOf, type MailAddress } from '../addressees.ts'
import { getAccession, insertStep } from '../store.ts'
import type { MailParts } from './send-address.ts'

/** Whoever coordinates first. */
const addresseesOf = (file: Accession): MailAddress[] =>
  [coordinatorOf(file), enquirerOf(file)].filter((one) => one !== undefined)

/** `day`: from which the membership holds. */
export function welcomeWords(
  { lang, name: city }: Pick<Accession, 'lang' | 'name'>,
  { name, day }: { readonly name: string; readonly day: string },
  network: string,
  link: string,
): MailWords {
  const t = translator(lang)
  const values = { name, city, network, date: formatDate(lang, new Date(`${day}T12:00:00Z`)), link }
  return {
    subject: t('accession.mail-welcome-subject', values),
    text: t('accession.mail-welcome-text', values),
    why: t('accession.mail-why', values),
  }
}

/** Heard again after a failure it writes the rest: a mail that was written has its id. */
export async function sendWelcome(parts: MailParts, id: number): Promise<void> {
  const file = await getAccession(parts.system, id)
  if (stateOfFile(file) !== 'admitted') return
  const t = translator(file.lang)
  const now = parts.now()
  const day = latest(file, 'effective')?.day ?? dayOf(now)
  const network = parts.settings.networkName
  for (const { name, email } of addresseesOf(file)) {
    const words = welcomeWords(file, { name, day }, network, parts.settings.baseUrl)
    await parts.mail({ to: email, ...words, id: `accession-welcome-${id}-${email}` })
  }
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
