// What ranking and the counts of filters know of a document, in one piece of text: a search reads a thousand, and to take
// apart a row of nine columns costs ten times as much.
import { topConcepts } from '#thesaurus/vocabulary.ts'
import type { Filterable } from './search-filters.ts'

export interface Brief extends Filterable {
  readonly behind: boolean
}

const between = '\t'
const numberOf = (text: string | undefined): number | null => (text === undefined || text === '' ? null : Number(text))

/** Of the concepts only the fields of action are kept: no other one is counted. */
export function packBrief({ kind, lang, country, year, evidence, population, behind, concepts }: Brief): string {
  const fields = concepts.filter((slug) => topConcepts().includes(slug))
  return [kind, lang, country, year, evidence, population, behind ? 1 : '', ...fields].join(between)
}

/** From what the index keeps; whatever cannot be read is a thing without any of it. */
export function briefFrom(text: string): Brief {
  const [kind = '', lang = '', country, year, evidence, population, behind, ...concepts] = text.split(between)
  return {
    kind,
    lang,
    country: country || null,
    year: numberOf(year),
    evidence: numberOf(evidence),
    population: numberOf(population),
    behind: behind === '1',
    concepts,
  }
}
