// The mails of an erasure, with invented values.
import type { MailExample } from '#platform/feature.ts'
import { day, link, network, reader, secretLink } from '#platform/mail/examples.ts'
import { askingWords, dueWords } from './actions/send-erasure-mail.ts'

const { name } = reader

export const mailExamples: readonly MailExample[] = [
  { name: 'privacy.erasure-asked', example: (lang) => askingWords({ name, lang }, network, secretLink) },
  { name: 'privacy.erasure-day', example: (lang) => dueWords({ name, lang }, day, network, link) },
]
