// The reminder of a poll, with invented values.
import type { MailExample } from '#platform/feature.ts'
import { day, link, reader, title, writer } from '#platform/mail/examples.ts'
import { asTold } from '../notices/public.ts'
import { wordsOf } from './actions/send-reminder.ts'

const reminded = { ...reader, title, endsAt: day }

export const mailExamples: readonly MailExample[] = [
  {
    name: 'polls.reminder',
    example: (lang) => asTold(lang, wordsOf({ ...reminded, lang, cityName: writer.cityName }, link), { by: 'city' }),
  },
  {
    name: 'polls.reminder-chatham',
    example: (lang) =>
      asTold(lang, wordsOf({ ...reminded, lang, cityName: null }, link), { by: 'city' }, { audienceKind: 'room' }),
  },
]
