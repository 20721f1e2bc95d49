// The mail about a webhook that was stopped, with invented values.
import type { MailExample } from '#platform/feature.ts'
import { link, network, reader } from '#platform/mail/examples.ts'
import { wordsOf } from './jobs.ts'

export const mailExamples: readonly MailExample[] = [
  {
    name: 'webhooks.stopped',
    example: (lang) => wordsOf({ name: reader.name, lang, address: 'https://hook.example/in' }, network, link),
  },
]
