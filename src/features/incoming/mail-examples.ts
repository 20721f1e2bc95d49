// The mail that says why an answer was not taken, with invented values.
import type { MailExample } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { baseUrl, network, reader, words } from '#platform/mail/examples.ts'
import { wordsOf } from './actions/answer-refused.ts'

export const mailExamples: readonly MailExample[] = [
  {
    name: 'incoming.not-taken',
    example: (lang) =>
      wordsOf(translator(lang), { name: reader.name, refusal: 'wrong-type', said: words }, network, baseUrl),
  },
]
