// What a poll asks, in the order of its page, for those who put it into another language; never what was answered.
import type { ReadTexts } from '#platform/text-parts.ts'
import { getPoll } from './store.ts'

export const pollTexts: ReadTexts = async (db, id) => {
  const { text, items, outcome } = await getPoll(db, id, { organisationId: 0, lang: 'en' })
  const asked = items.flatMap(({ words, choices, unit }) => [words, ...choices, unit])
  return [
    { text },
    ...asked.map((words) => ({ text: words, plain: true as const })),
    { label: 'polls.outcome', text: outcome },
  ]
}
