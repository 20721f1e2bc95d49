// The reminder of a poll, with invented values.
import type { MailExample } from '#platform/feature.ts'
import { day, link, reader, title, writer } from '#platform/mail/examples.ts'
import { wordsOf } from './actions/send-reminder.ts'

const reminded = { ...reader, title, endsAt: day }

export const mailExamples: readonly MailExample[] = [
  { name: 'polls.reminder', example: (lang) => wordsOf({ ...reminded, lang, cityName: writer.cityName }, link) },
  { name: 'polls.reminder-chatham', example: (lang) => wordsOf({ ...reminded, lang, cityName: null }, link) },
]
