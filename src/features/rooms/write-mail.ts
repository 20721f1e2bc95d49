// One mail of rooms, in its reader's language.
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import type { JobParts, Mail, MailWords } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'

type Values = Record<string, string>
/** `words` names subject, text and reason. */
export function wordsOf(lang: Lang, words: string, values: Values): MailWords {
  const t = translator(lang)
  const [subject, text, why] = [
    t(`rooms.mail-${words}-subject`, values),
    t(`rooms.mail-${words}-text`, values),
    t(`rooms.mail-${words}-why`),
  ]
  return { subject, text, why }
}

type Letter = Pick<Mail, 'letsIn' | 'about'> & { readonly words: string; readonly values: Values; readonly id: string }

/** `id` names the mail itself, once and for all. */
export const writeMail = (
  { mail, settings }: Pick<JobParts, 'mail' | 'settings'>,
  { email, lang }: { readonly email: string; readonly lang: Lang },
  { words, values, ...rest }: Letter,
  within?: Db,
): Promise<void> =>
  mail({ to: email, ...wordsOf(lang, words, { network: settings.networkName, ...values }), ...rest }, within)
