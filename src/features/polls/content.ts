// What a poll is on the trunk: title, summary, language and the concepts that its own words speak of.
import { plainText } from '#platform/text/markdown.ts'
import { conceptsInText } from '#thesaurus/tagger.ts'
import type { Item } from './poll.ts'

interface Words {
  readonly title: string
  readonly text: string
  readonly lang: string
  readonly items: readonly Pick<Item, 'words' | 'choices'>[]
}

const mostOfSummary = 280
const mostConcepts = 6

/** Everything that was written, for the tagger and for search. */
export const allWords = ({ text, items }: Pick<Words, 'text' | 'items'>): string =>
  [plainText(text), ...items.flatMap(({ words, choices }) => [words, ...choices])].join('\n')

export function wordsOf({ title, text, lang, items }: Words) {
  const concepts = conceptsInText(`${title}\n${allWords({ text, items })}`, lang).slice(0, mostConcepts)
  // Without an introduction, what is asked first says what it is about.
  const summary = plainText(text, mostOfSummary) || (items[0]?.words ?? '')
  return { title, summary: summary === title ? '' : summary, lang, concepts }
}
