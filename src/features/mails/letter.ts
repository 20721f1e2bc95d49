// The mail that asks whether an address works again.
import type { Translate } from '#kernel/locale.ts'
import type { Settings } from '#platform/feature.ts'

/** `link`: the whole address of the page that takes it up again. */
export const wordsOf = (t: Translate, { networkName: network }: Settings, name: string, link: string) => ({
  subject: t('mails.mail-subject', { network }),
  text: t('mails.mail-text', { name, network, link }),
})
