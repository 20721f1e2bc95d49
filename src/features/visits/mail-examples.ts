// The mails on the way to a study visit, with invented values.
import type { MailExample } from '#platform/feature.ts'
import { link, reader, title, words, writer } from '#platform/mail/examples.ts'
import { asTold } from '../notices/public.ts'
import { wordsOf } from './actions/tell-step.ts'

const news = {
  ...{ ...reader, personId: 1, visitId: 7, title, cityName: writer.cityName, text: words, people: 4 },
  ...{ firstDay: '2027-03-02', lastDay: '2027-03-04' },
}

export const mailExamples: readonly MailExample[] = (['asked', 'proposed', 'agreed', 'ended'] as const).map((act) => ({
  name: `visits.${act}`,
  example: (lang) => asTold(lang, wordsOf({ ...news, lang, act }, link), { by: 'own' }),
}))
