// The mails to those whose practice a city takes over, with invented values.
import type { MailExample } from '#platform/feature.ts'
import { link, network, reader, title, writer } from '#platform/mail/examples.ts'
import { asTold } from '../notices/public.ts'
import { wordsOf } from './actions/announce-adoption.ts'

const news = { ...reader, cityName: writer.cityName, practiceTitle: title }

export const mailExamples: readonly MailExample[] = [
  {
    name: 'adoptions.announced',
    example: (lang) => asTold(lang, wordsOf({ ...news, lang, namedNowhere: false }, network, link), { by: 'own' }),
  },
  {
    name: 'adoptions.protected',
    example: (lang) =>
      asTold(lang, wordsOf({ ...news, lang, namedNowhere: true }, network, link), { by: 'own' }, { named: false }),
  },
]
