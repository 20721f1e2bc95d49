// One mail of rooms, in its reader's language.
import type { Lang } from '#kernel/locale.ts'
import type { JobParts } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'

type Values = Record<string, string>
/** `words` names subject and text; `id` the mail itself, once and for all. */
export const writeMail = (
  { mail, settings }: JobParts,
  { email, lang }: { readonly email: string; readonly lang: Lang },
  { words, values, id }: { readonly words: string; readonly values: Values; readonly id: string },
): Promise<void> => {
  const t = translator(lang)
  const all = { network: settings.networkName, ...values }
  return mail({
    to: email,
    subject: t(`rooms.mail-${words}-subject`, all),
    text: t(`rooms.mail-${words}-text`, all),
    id,
  })
}
