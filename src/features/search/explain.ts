// One page of answers with its reasons: why each was found, and the passage that shows it.
import type { AudienceKind } from '#kernel/audience.ts'
import type { Db } from '#platform/db/database.ts'
import type { Query } from '#thesaurus/query.ts'
import type { Counts } from './asked-terms.ts'
import { marksInText } from './document-terms.ts'
import type { Match } from './find-matches.ts'
import { termsHeldBy } from './held-terms.ts'
import { type Mark, marksIn, weightsOf } from './marks.ts'
import { hasMark, type PassagePart, passageOf } from './passage.ts'
import type { PostingBlock } from './posting-block.ts'
import { type FoundDocument, listDocuments } from './store.ts'
import { termId } from './term-id.ts'
import { type Why, whyFound } from './why.ts'

export interface FoundItem {
  /** Id of the contribution, organisation or person. */
  readonly id: number
  readonly kind: string
  readonly title: string
  readonly lang: string
  /** Path on this site. */
  readonly url: string
  readonly score: number
  readonly why: readonly Why[]
  readonly markedTitle: readonly PassagePart[]
  readonly passage: readonly PassagePart[]
  readonly audienceKind: AudienceKind
  readonly organisation: { readonly name: string; readonly slug: string } | undefined
  readonly country: string | undefined
  readonly year: number | undefined
  readonly evidence: number | undefined
  readonly concepts: readonly string[]
}

/** Of a term that stands for two words the stronger weight counts, which comes last. */
type Weights = readonly (readonly [term: string, weight: number])[]

const apart = (list: string): string[] => (list === '' ? [] : list.split(' '))

/** From the summary if the words stand there, else from the text, else the summary's beginning. */
const passageFrom = (
  { summary, body }: FoundDocument,
  summaryMarks: readonly Mark[],
  bodyMarks: readonly Mark[],
): PassagePart[] => {
  const inSummary = passageOf(summary, summaryMarks)
  const inBody = hasMark(inSummary) ? [] : passageOf(body, bodyMarks)
  return hasMark(inBody) || summary === '' ? inBody : inSummary
}

/** The title of an organisation comes in the reader's language, which the index does not know. */
const titleMarks = ({ title, indexedTitle, lang }: FoundDocument, weights: Weights, marks: readonly Mark[]) =>
  title === indexedTitle ? marks : marksInText(title, lang, new Map(weights))

const organisationOf = ({ organisationName, organisationSlug }: FoundDocument): FoundItem['organisation'] =>
  organisationName === null ? undefined : { name: organisationName, slug: organisationSlug ?? '' }

const textsFrom = (document: FoundDocument, weights: Weights) => {
  const [inTitle = [], inSummary = [], inBody = []] = weights.length === 0 ? [] : marksIn(document, weightsOf(weights))
  return {
    markedTitle: passageOf(document.title, titleMarks(document, weights, inTitle), 1000),
    passage: passageFrom(document, inSummary, inBody),
  }
}

const itemFrom = (document: FoundDocument, score: number, why: readonly Why[], weights: Weights): FoundItem => ({
  id: document.subject,
  kind: document.kind,
  title: document.title,
  lang: document.lang,
  url: document.path,
  score: Math.round(score * 1000) / 1000,
  why,
  ...textsFrom(document, weights),
  audienceKind: document.audienceKind,
  organisation: organisationOf(document),
  country: document.country ?? undefined,
  year: document.year ?? undefined,
  evidence: document.evidence ?? undefined,
  concepts: apart(document.concepts),
})

const documentsById = async (db: Db, page: readonly Match[], unread: readonly number[], lang: string) => {
  const ids = page.map(({ id }) => id)
  return new Map((await listDocuments(db, ids, unread, lang)).map((document) => [document.id, document]))
}

interface Asked {
  readonly query: Query
  /** Reasons come in it. */
  readonly lang: string
  /** What was read of the index. */
  readonly rows: readonly PostingBlock[]
  readonly counts: Counts
}

/** The items of these candidates in their order. */
export async function explain(
  db: Db,
  page: readonly Match[],
  { query, lang, rows, counts }: Asked,
): Promise<FoundItem[]> {
  const terms = query.terms.map(({ term }) => termId(term))
  const read = new Set(rows.map(({ term }) => term))
  const unread = terms.filter((term) => (counts.get(term) ?? 0) > 0 && !read.has(term))
  const documents = await documentsById(db, page, unread, lang)
  const [held, whyMatched] = [termsHeldBy(rows), whyFound(query, lang)]
  return page.flatMap(({ id, score, near }) => {
    const document = documents.get(id)
    if (document === undefined) return []
    const matched = new Set([...held(id), ...apart(document.matched).map(Number)])
    const found = query.terms.filter((_, at) => matched.has(terms[at] as number))
    const weights = found.toReversed().map(({ term, weight }) => [term, weight] as const)
    return [itemFrom(document, score, whyMatched(matched, near > 0), weights)]
  })
}
