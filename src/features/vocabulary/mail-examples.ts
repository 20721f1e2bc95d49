// The mails about proposals, with invented values.
import type { MailExample } from '#platform/feature.ts'
import { link, network, reader } from '#platform/mail/examples.ts'
import { asTold } from '../notices/public.ts'
import { wordsOf } from './actions/announce-decision.ts'

const news = {
  ...reader,
  ...{ title: 'Angstraum', officeName: 'Deutsches Forum', reason: 'Das Wort steht schon darin.' },
  audienceKind: 'network',
} as const

export const mailExamples: readonly MailExample[] = [
  {
    name: 'vocabulary.accepted',
    example: (lang) => asTold(lang, wordsOf({ ...news, lang, accepted: true }, network, link), { by: 'thing' }),
  },
  {
    name: 'vocabulary.declined',
    example: (lang) => asTold(lang, wordsOf({ ...news, lang, accepted: false }, network, link), { by: 'thing' }),
  },
  {
    name: 'vocabulary.protected',
    example: (lang) =>
      asTold(
        lang,
        wordsOf({ ...news, lang, accepted: true, audienceKind: 'persons' }, network, link),
        { by: 'thing' },
        { audienceKind: 'persons' },
      ),
  },
]
