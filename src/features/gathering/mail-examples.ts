// The mails to those whose replies are in a practice, with invented values.
import type { MailExample } from '#platform/feature.ts'
import { link, network, reader, title, writer } from '#platform/mail/examples.ts'
import { asTold } from '../notices/public.ts'
import { wordsOf } from './actions/announce-gathered.ts'

const news = { ...reader, title, cityName: writer.cityName, audienceKind: 'network', chatham: false } as const

export const mailExamples: readonly MailExample[] = [
  {
    name: 'gathering.announced',
    example: (lang) => asTold(lang, wordsOf({ ...news, lang }, network, link), { by: 'own' }),
  },
  {
    name: 'gathering.protected',
    example: (lang) =>
      asTold(lang, wordsOf({ ...news, lang, chatham: true }, network, link), { by: 'own' }, { named: false }),
  },
]
