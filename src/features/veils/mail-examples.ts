// The mail about a look behind a veil, with invented values.
import type { MailExample } from '#platform/feature.ts'
import { day, link, network, reader, title, writer } from '#platform/mail/examples.ts'
import { wordsOf } from './actions/send-look.ts'

const look = {
  ...{ ...reader, contributionId: 7, kind: 'question', title, by: writer.name, office: 'Deutsches Forum' },
  ...{ reason: 'Die Frage enthält eine Drohung.', at: day },
}

export const mailExamples: readonly MailExample[] = [
  { name: 'veils.look', example: (lang) => wordsOf({ ...look, lang }, network, link) },
]
