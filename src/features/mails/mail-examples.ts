// The mail of this feature, with invented values.
import type { MailExample } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { network, reader, secretLink } from '#platform/mail/examples.ts'
import { wordsOf } from './letter.ts'

export const mailExamples: readonly MailExample[] = [
  {
    name: 'mails.confirmation',
    example: (lang) => wordsOf(translator(lang), network, reader.name, secretLink),
  },
]
