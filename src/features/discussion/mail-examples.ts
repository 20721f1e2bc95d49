// The mails about replies and writing together, with invented values.
import type { MailExample } from '#platform/feature.ts'
import { link, network, reader, title, words, writer } from '#platform/mail/examples.ts'
import { asTold } from '../notices/public.ts'
import { wordsOf as coAuthorWords } from './actions/announce-co-author.ts'
import { wordsOf } from './actions/announce-reply.ts'

const { name: authorName, cityName } = writer
const news = {
  ...{ ...reader, contributionId: 7, kind: 'question', title, text: words, authorName, cityName },
  runs: false,
  audienceKind: 'network',
  ...{ called: false, chatham: false },
} as const
const asked = { ...reader, kind: 'practice', title, authorName, cityName }

export const mailExamples: readonly MailExample[] = [
  {
    name: 'discussion.reply',
    example: (lang) => asTold(lang, wordsOf({ ...news, lang }, network, link), { by: 'own' }),
  },
  {
    name: 'discussion.called',
    example: (lang) => asTold(lang, wordsOf({ ...news, lang, called: true }, network, link), { by: 'called' }),
  },
  {
    name: 'discussion.chatham',
    example: (lang) =>
      asTold(lang, wordsOf({ ...news, lang, chatham: true }, network, link), { by: 'thing' }, { audienceKind: 'room' }),
  },
  {
    name: 'discussion.protected',
    example: (lang) =>
      asTold(
        lang,
        wordsOf({ ...news, lang, audienceKind: 'persons' }, network, link),
        { by: 'thing' },
        { audienceKind: 'persons' },
      ),
  },
  {
    name: 'discussion.co-author',
    example: (lang) => coAuthorWords({ ...asked, lang, namedNowhere: false }, network, link),
  },
  {
    name: 'discussion.co-author-protected',
    example: (lang) => coAuthorWords({ ...asked, lang, namedNowhere: true }, network, link),
  },
]
