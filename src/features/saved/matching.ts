// Whether a thing that has just come in answers a saved search: by what was understood of the words, without searching.
import { type Query, type QueryTerm, understandQuery } from '#thesaurus/query.ts'
import { conceptTerm, everydayTerm } from '#thesaurus/terms.ts'
import { type DocumentTerms, everyDocument, type Filterable, noFilters, passes, termId } from '../search/public.ts'
import type { SavedFilters } from './saved-search.ts'

/** What must be there for any match: the words and the concepts themselves, not what lies near them. */
const tellingTerms = (query: Query) => query.terms.filter(({ from }) => 'word' in from || from.near === 'itself')

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
const enough = 0.65

/** What an everyday word means in other languages tells as much as the word or its concept, and is missed where they stand. */
const isEveryday = (term: string): boolean => term.startsWith(everydayTerm(''))

/** All ways to say one thing asked for count once: from nothing to all of it. */
const metOf = (alternatives: readonly QueryTerm[], there: ReadonlySet<string>) => {
  const strongest = (terms: readonly QueryTerm[]): number =>
    terms.reduce((most, { weight }) => Math.max(most, weight), 0)
  const most = strongest(alternatives.filter(({ term }) => !isEveryday(term)))
  return { most, met: Math.min(most, strongest(alternatives.filter(({ term }) => there.has(term)))) }
}

const coverage = (query: Query, there: ReadonlySet<string>): number => {
  const asked = [...Map.groupBy(tellingTerms(query), ({ unit }) => unit).values()].map((one) => metOf(one, there))
  const sum = (worth: (one: { most: number; met: number }) => number): number =>
    asked.reduce((total, one) => total + worth(one), 0)
  const most = sum((one) => one.most)
  return most === 0 ? 0 : sum((one) => one.met) / most
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
