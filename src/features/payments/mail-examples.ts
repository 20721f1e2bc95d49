// The three letters that ask for money, with invented values.
import type { MailExample } from '#platform/feature.ts'
import { baseUrl } from '#platform/mail/examples.ts'
import { wordsOf } from './letter.ts'
import type { Step } from './reminder.ts'

const material = (lang: string, step: Step) => ({
  letter: { step, deadline: '2027-04-01', statutes: {} },
  owed: [
    {
      ...{ number: '2027-0042', issuedOn: '2027-01-04', dueOn: '2027-02-03' },
      ...{ openCents: 120_000, reference: 'RF18 2027 0042' },
    },
  ],
  content: {
    lang,
    seller: {
      ...{ name: 'Deutsches Forum', iban: 'DE02 1203 0000 0000 2020 51', bic: '' },
      contact: { name: 'Carsten Mittelweg', email: 'carsten.mittelweg@forum.example' },
    },
    buyer: { name: 'Graz' },
  },
})

const wordsAt = (step: Step) => (lang: string) => wordsOf(material(lang, step), { baseUrl })

export const mailExamples: readonly MailExample[] = [
  { name: 'payments.friendly', example: wordsAt(1) },
  { name: 'payments.firm', example: wordsAt(2) },
  { name: 'payments.last', example: wordsAt(3) },
]
