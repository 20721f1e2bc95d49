// The mail that says that somebody wrote, with invented values.
import type { MailExample } from '#platform/feature.ts'
import { link, network, reader } from '#platform/mail/examples.ts'
import { asTold } from '../notices/public.ts'
import { wordsOf } from './actions/tell-reader.ts'

export const mailExamples: readonly MailExample[] = [
  {
    name: 'messages.waits-protected',
    example: (lang) =>
      asTold(lang, wordsOf({ ...reader, lang }, network, link), undefined, { audienceKind: 'persons' }),
  },
]
