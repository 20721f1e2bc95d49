// The mail by which somebody is asked, with invented values.
import type { MailExample } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { baseUrl, network, reader, title, words, writer } from '#platform/mail/examples.ts'
import { asTold } from '../notices/public.ts'
import { wordsOf } from './asking-words.ts'

const settings = {
  baseUrl,
  networkName: network,
  secret: 'only-for-examples',
  dataDir: '',
  proxies: 0,
  confirmAfterDays: 365,
}
const question = { id: 7, title, text: words, lang: 'de', audienceKind: 'network' } as const
const letter = {
  ...{ ...reader, personId: 1, cityName: writer.cityName, kind: 'question' },
  ...{ reasons: [], shown: [], named: true, namedBy: writer.name },
}

export const mailExamples: readonly MailExample[] = [
  {
    name: 'routing.asked',
    example: (lang) =>
      asTold(lang, wordsOf(translator(lang), { features: [], settings }, question, letter), { by: 'asked' }),
  },
  {
    name: 'routing.asked-protected',
    example: (lang) =>
      asTold(
        lang,
        wordsOf(translator(lang), { features: [], settings }, { ...question, audienceKind: 'persons' }, letter),
        { by: 'asked' },
        { audienceKind: 'persons' },
      ),
  },
]
