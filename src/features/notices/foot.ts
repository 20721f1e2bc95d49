// Below every mail by which somebody is told of something: why it came, and how to end it.
import type { Lang, Translate } from '#kernel/locale.ts'
import type { Feature, MailWords } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { baseUrl } from '#platform/mail/examples.ts'
import { endingAddress } from './ending.ts'
import type { Reason } from './notice.ts'
import { reasonOf } from './why.ts'

interface Foot {
  readonly features: readonly Feature[]
  readonly reason: Reason | undefined
  /** The whole address that ends it. */
  readonly ending: string
}

export const footOf = (t: Translate, { features, reason, ending }: Foot): string =>
  t('notices.mail-foot', { why: reasonOf(t, features, reason), ending })

/** For the catalogue of mails: with the foot that `tell` puts below, for somebody invented. */
export function asTold(lang: Lang, words: Pick<MailWords, 'subject' | 'text'>, reason: Reason | undefined): MailWords {
  const why = reason === undefined ? [] : [reason]
  const ending = `${baseUrl}${endingAddress({ personId: 7, contributionId: 7, why }, 'only-for-examples')}`
  return { ...words, why: footOf(translator(lang), { features: [], reason, ending }) }
}
