// The mails that ask whether a practice still holds, with invented values.
import type { MailExample } from '#platform/feature.ts'
import { day, network, reader, secretLink, title } from '#platform/mail/examples.ts'
import { wordsOf } from './actions/ask-still-true.ts'

const asked = { ...reader, personId: 7, title, askedAt: day }

export const mailExamples: readonly MailExample[] = [
  {
    name: 'practices.still-true',
    example: (lang) => wordsOf({ ...asked, lang, audienceKind: 'network' }, network, secretLink),
  },
  {
    name: 'practices.still-true-protected',
    example: (lang) => wordsOf({ ...asked, lang, audienceKind: 'persons' }, network, secretLink),
  },
]
