// The mail that asks an expert for consent, with invented values.
import type { MailExample } from '#platform/feature.ts'
import { network, secretLink, writer } from '#platform/mail/examples.ts'
import { wordsOf } from './actions/send-asking.ts'

const asked = { name: 'Dr. Hedwig Ohnesorg', institution: 'Institut für Stadtforschung', by: writer.name }

export const mailExamples: readonly MailExample[] = [
  { name: 'experts.asking', example: (lang) => wordsOf({ ...asked, lang, again: false }, network, secretLink) },
  { name: 'experts.asking-again', example: (lang) => wordsOf({ ...asked, lang, again: true }, network, secretLink) },
]
