// The mails on the way to membership, with invented values.
import type { MailExample } from '#platform/feature.ts'
import { baseUrl, network, reader, secretLink } from '#platform/mail/examples.ts'
import { addressWords } from './actions/send-address.ts'
import { refusalWords } from './actions/send-refusal.ts'
import { welcomeWords } from './actions/send-welcome.ts'

const day = '2027-03-02'
const city = { name: 'Graz' }

export const mailExamples: readonly MailExample[] = [
  {
    name: 'accession.address',
    example: (lang) => addressWords({ ...city, lang, contactName: reader.name }, network, secretLink),
  },
  {
    name: 'accession.welcome',
    example: (lang) => welcomeWords({ ...city, lang }, { name: reader.name, day }, network, baseUrl),
  },
  {
    name: 'accession.refusal',
    example: (lang) =>
      refusalWords({ ...city, lang }, { to: reader.name, day, reason: 'Der Beschluss des Rates fehlt.' }, network),
  },
]
