// Whether a thing that has just come in answers a saved search: by what was understood of the words, without searching.
import { type Query, understandQuery } from '#thesaurus/query.ts'
import { conceptTerm } from '#thesaurus/terms.ts'
import { type DocumentTerms, everyDocument, type Filterable, noFilters, passes, termId } from '../search/public.ts'
import type { SavedFilters } from './saved-search.ts'

/** What must be there for any match: the words and the concepts themselves, not what lies near them. */
const tellingTerms = (query: Query) =>
  query.terms
    .filter(({ from }) => 'word' in from || from.near === 'itself')
    .map(({ term, weight, from }) => ({
      term,
      weight,
      /** All ways to say one word, or one concept, count once. */
      asked: 'word' in from ? `w:${from.word}` : term,
    }))

/** The keys under which a saved search is found by what comes in; one without words by all that does. */
export async function keysOf(text: string, lang: string): Promise<number[]> {
  if (text === '') return [everyDocument]
  return [...new Set(tellingTerms(await understandQuery(text, lang)).map(({ term }) => termId(term)))]
}

/** What is indexed of a contribution, and what filters ask of it. */
export interface Arrival {
  readonly terms: DocumentTerms
  readonly thing: Filterable
}

/** A concept counts where it is among what the thing is about; then whatever is above it does too. */
const termsOf = ({ terms }: Arrival): Set<string> =>
  new Set([...[...terms.weights.keys()].filter((term) => !term.startsWith('c:')), ...terms.concepts.map(conceptTerm)])

export const keysOfArrival = (arrival: Arrival): number[] => [everyDocument, ...[...termsOf(arrival)].map(termId)]

/** So much of what was asked must be there. Two topics: both. A mail that says "new for you" must not be about half of it. */
const enough = 0.6

const coverage = (query: Query, there: ReadonlySet<string>): number => {
  const asked = new Map<string, { most: number; met: number }>()
  for (const one of tellingTerms(query)) {
    const { most = 0, met = 0 } = asked.get(one.asked) ?? {}
    const found = there.has(one.term) ? one.weight : 0
    asked.set(one.asked, { most: Math.max(most, one.weight), met: Math.max(met, found) })
  }
  const sums = [...asked.values()].reduce((sum, one) => ({ most: sum.most + one.most, met: sum.met + one.met }), {
    most: 0,
    met: 0,
  })
  return sums.most === 0 ? 0 : sums.met / sums.most
}

export interface Asked {
  readonly text: string
  readonly lang: string
  readonly filters: SavedFilters
}

/** Filters first, by the same rule as the search itself; then the words. */
export async function answers(arrival: Arrival, { text, lang, filters }: Asked): Promise<boolean> {
  if (!passes(arrival.thing, { ...noFilters, ...filters })) return false
  return text === '' || coverage(await understandQuery(text, lang), termsOf(arrival)) >= enough
}
