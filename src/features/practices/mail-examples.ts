// The mails that ask whether a practice still holds, with invented values.
import type { MailExample } from '#platform/feature.ts'
import { day, network, reader, secretLink, title } from '#platform/mail/examples.ts'
import { asTold } from '../notices/public.ts'
import { wordsOf } from './actions/ask-still-true.ts'

const asked = { ...reader, personId: 7, title, askedAt: day }

export const mailExamples: readonly MailExample[] = [
  {
    name: 'practices.still-true',
    example: (lang) =>
      asTold(lang, wordsOf({ ...asked, lang, audienceKind: 'network' }, network, secretLink), { by: 'own' }),
  },
  {
    name: 'practices.still-true-protected',
    example: (lang) =>
      asTold(
        lang,
        wordsOf({ ...asked, lang, audienceKind: 'persons' }, network, secretLink),
        { by: 'own' },
        { audienceKind: 'persons' },
      ),
  },
]
