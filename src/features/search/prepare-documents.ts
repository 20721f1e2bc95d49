// From things to what is written into the tables of the index, as bytes: here for a few, in a thread of its own for many.
import { setImmediate as breathe } from 'node:timers/promises'
import type { SearchDocument } from '#platform/feature.ts'
import { fold } from '#thesaurus/fold.ts'
import { wordsIn } from '#thesaurus/words.ts'
import { arrayBytes } from './array-bytes.ts'
import { attributeTerms, type Brief, packAttributes } from './attributes.ts'
import { type DocumentTerms, documentTerms } from './document-terms.ts'
import { fromSteps } from './posting-block.ts'
import { GatheredPostings, type PackedPostings } from './posting-rows.ts'
import { filterTerms } from './search-filters.ts'
import { everyDocument, termId } from './term-id.ts'

/** What the database knows and the documents do not say. */
export interface Given {
  readonly isContribution: boolean
  /** All words of a city or a person are names; a practice is found by the name of its city. */
  readonly isName: boolean
  /** Each kind's number in the index. */
  readonly kinds: ReadonlyMap<string, number>
  /** Of cities: a practice tells no population, its city's own document does. */
  readonly populations: ReadonlyMap<number, number>
}

/** Rows as JSON, what is long or many beside them end to end. The number of a document is still its place, from 0. */
export interface PreparedDocuments {
  readonly count: number
  readonly rows: Uint8Array
  readonly terms: Uint8Array
  readonly tokens: Uint8Array
  readonly extents: Uint8Array
  readonly titleWords: Uint8Array
  readonly postings: PackedPostings
}

const namesOf = (document: SearchDocument, isName: boolean): string =>
  [document.organisation?.name ?? '', ...(isName ? [document.title, document.body] : [])].join('\n')

interface Weighed {
  readonly document: SearchDocument
  readonly terms: DocumentTerms
  readonly population: number | null
}

function weigh(document: SearchDocument, { isName, populations }: Given): Weighed {
  const terms = documentTerms(document, namesOf(document, isName))
  const population = document.population ?? populations.get(document.organisation?.id ?? 0) ?? null
  return { document, terms, population }
}

/** Terms as numbers, and what each weighs in the document: those of its text, of what it can be narrowed by, and its numbers. */
function weightsOf({ document, terms, population }: Weighed, kinds: Given['kinds']): Map<number, number> {
  const { kind, lang, country = null, year = null, evidence = null, behind = false } = document
  const brief: Brief = { kind, lang, country, year, evidence, population, behind, concepts: terms.concepts }
  const weights = new Map<number, number>()
  for (const [term, weight] of terms.weights) weights.set(termId(term), weight)
  for (const term of filterTerms(brief)) weights.set(termId(term), 0)
  const numbers = packAttributes(brief, kinds.get(kind) ?? 0)
  for (const [at, term] of attributeTerms().entries())
    if (numbers[at] !== 0 || term === everyDocument) weights.set(term, (numbers[at] ?? 0) * fromSteps)
  return weights
}

/** What neither JSON nor PostgreSQL's text can hold. */
const storable = (text: string): string => text.replaceAll('\0', ' ').toWellFormed()

const rowOf = ({ document, terms, population }: Weighed, isContribution: boolean) => ({
  kind: document.kind,
  subject: document.subject,
  contribution_id: isContribution ? document.subject : null,
  lang: document.lang,
  title: storable(document.title),
  summary: storable(document.summary),
  body: storable(document.body),
  path: document.path,
  audience: document.audience,
  organisation_id: document.organisation?.id ?? null,
  organisation_name: document.organisation?.name ?? null,
  organisation_slug: document.organisation?.slug ?? null,
  country: document.country ?? null,
  year: document.year ?? null,
  evidence: document.evidence ?? null,
  population,
  behind: document.behind ?? false,
  concepts: terms.concepts,
  changed_at: document.changedAt,
})

/** Bytes that are nobody else's: they may be handed over to another thread. */
const asBytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))
function endToEnd(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}

/** Words that lead to a document while somebody types: of its title, of a place the names in other languages too. */
const titleWordsOf = ({ title, body, population }: SearchDocument): string[] => [
  ...new Set(wordsIn(population === undefined ? title : `${title} ${body}`).map(({ word }) => fold(storable(word)))),
]

/** What is made of one document after the other: nothing else of them is kept. */
class Preparation {
  private readonly rows: object[] = []
  private readonly tokens: Uint8Array[] = []
  private readonly extents: Uint8Array[] = []
  private readonly titleWords: object[] = []
  private readonly postings = new GatheredPostings()
  /** Where in what lies end to end that of the next begins, counted from 1. */
  private readonly next = { terms: 1, tokens: 1, extents: 1 }
  private readonly given: Given

  constructor(given: Given) {
    this.given = given
  }

  add(document: SearchDocument): void {
    const { given, next } = this
    const weighed = weigh(document, given)
    const { tokens, extents } = weighed.terms
    const weights = weightsOf(weighed, given.kinds)
    const place = this.rows.length
    this.rows.push({
      ...{ place, ...rowOf(weighed, given.isContribution) },
      ...{ terms_from: next.terms, tokens_from: next.tokens, extents_from: next.extents },
      ...{ terms_count: weights.size, tokens_length: tokens.length, extents_length: extents.length },
    })
    next.terms += weights.size
    next.tokens += tokens.length
    next.extents += extents.length
    this.tokens.push(tokens)
    this.extents.push(extents)
    this.postings.add(place, document.audience, weights)
    for (const word of titleWordsOf(document)) this.titleWords.push({ word, place, audience: document.audience })
  }

  finish(): PreparedDocuments {
    return {
      count: this.rows.length,
      rows: asBytes(this.rows),
      terms: arrayBytes('bigint', this.postings.termsInOrder()),
      tokens: endToEnd(this.tokens),
      extents: endToEnd(this.extents),
      titleWords: asBytes(this.titleWords),
      postings: this.postings.pack(),
    }
  }
}

/** So many are analysed before whoever else waits has a turn. */
const inOneGo = 5

export type Prepare = (documents: readonly SearchDocument[], given: Given) => Promise<PreparedDocuments>

export const prepareDocuments: Prepare = async (documents, given) => {
  const preparation = new Preparation(given)
  for (const [index, document] of documents.entries()) {
    preparation.add(document)
    if (index % inOneGo === 0) await breathe()
  }
  return preparation.finish()
}
