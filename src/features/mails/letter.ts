// The mail that asks whether an address works again.
import type { Translate } from '#kernel/locale.ts'

/** `link`: the whole address of the page that takes it up again. */
export const wordsOf = (t: Translate, network: string, name: string, link: string) => ({
  subject: t('mails.mail-subject', { network }),
  text: t('mails.mail-text', { name, network, link }),
  why: t('mails.mail-why'),
})
