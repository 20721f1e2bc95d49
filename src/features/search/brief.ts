// What ranking and the counts of filters know of a document, in one piece of text: a search reads a thousand, and to take
// apart a row of nine columns costs ten times as much.
import { remember } from '#kernel/remember.ts'
import { topConcepts } from '#thesaurus/vocabulary.ts'
import type { Filterable } from './search-filters.ts'

export interface Brief extends Filterable {
  readonly behind: boolean
}

const between = '\t'
/** Before the concepts. */
const headFields = 7
const numberOf = (text: string | undefined): number | null => (text === undefined || text === '' ? null : Number(text))

/** Of the concepts only the fields of action are kept: no other one is counted. */
export function packBrief({ kind, lang, country, year, evidence, population, behind, concepts }: Brief): string {
  const fields = concepts.filter((slug) => topConcepts().includes(slug))
  return [kind, lang, country, year, evidence, population, behind ? 1 : '', ...fields].join(between)
}

type Head = Omit<Brief, 'concepts'>

/** As many as a network of thousands of things has. */
const mostKept = 20_000

const headFrom = remember(mostKept, (text): Head => {
  const [kind = '', lang = '', country, year, evidence, population, behind] = text.split(between)
  return {
    kind,
    lang,
    country: country || null,
    year: numberOf(year),
    evidence: numberOf(evidence),
    population: numberOf(population),
    behind: behind === '1',
  }
})

const conceptsFrom = remember(mostKept, (text): readonly string[] => (text === '' ? [] : text.split(between)))

/** The end of the seventh field, or of the text. */
function endOfHead(text: string): number {
  let end = -1
  for (let field = 0; field < headFields; field += 1) {
    end = text.indexOf(between, end + 1)
    if (end < 0) return text.length
  }
  return end
}

/**
 * From what the index keeps; whatever cannot be read is a thing without any of it. Both halves come again and again in a
 * thousand documents: to take each of them apart is garbage, and fresh texts are slow to count by.
 */
export function briefFrom(text: string): Brief {
  const end = endOfHead(text)
  return { ...headFrom(text.slice(0, end)), concepts: conceptsFrom(text.slice(end + 1)) }
}
