// The mails about reports and what was hidden, with invented values.
import type { MailExample } from '#platform/feature.ts'
import { link, network, reader } from '#platform/mail/examples.ts'
import { wordsOf } from './jobs.ts'

export const mailExamples: readonly MailExample[] = (['waiting', 'decided', 'hidden', 'shown', 'kept'] as const).map(
  (news) => ({
    name: `care.${news}`,
    example: (lang) => wordsOf({ name: reader.name, lang }, news, network, link),
  }),
)
