// The mails that bring an invoice or a credit note, with invented values.
import type { MailExample } from '#platform/feature.ts'
import { link, network } from '#platform/mail/examples.ts'
import { wordsOf } from './letter.ts'

const contact = { name: 'Irena Halvorsdottir-Blau', phone: '+33 1 00 00 00 00', email: 'office@vicinia.example' }
const content = {
  ...{ totalCents: 455_300, dueOn: '2027-03-02', paymentReference: 'RF18 2027 0042' },
  seller: { name: network, contact },
}

export const mailExamples: readonly MailExample[] = [
  {
    name: 'invoices.invoice',
    example: (lang) => wordsOf({ kind: 'invoice', lang, number: '2027-0042', year: 2027, content }, link),
  },
  {
    name: 'invoices.credit-note',
    example: (lang) => {
      const corrected = { ...content, corrects: { number: '2027-0042', issuedOn: '2027-01-15' } }
      return wordsOf({ kind: 'credit-note', lang, number: '2027-0043', year: 2027, content: corrected }, link)
    },
  },
]
