// A passage of the text with what matched in it marked.
import { remember } from '#kernel/remember.ts'
import { type Token, tokensIn } from '#thesaurus/analyse.ts'
import { cognateOf, fold } from '#thesaurus/fold.ts'
import { scatteredInTokens } from '#thesaurus/scattered.ts'
import { conceptsInTokens, everydayInTokens, type TaggedConcept, taggerOf } from '#thesaurus/tagger.ts'
import { cognateTerm, conceptTerm, everydayTerm, nameTerm, stemTerm } from '#thesaurus/terms.ts'

/** Shaped as the components of the ui take it. */
export interface PassagePart {
  readonly text: string
  readonly marked?: boolean
}

interface Mark {
  readonly start: number
  readonly end: number
  readonly weight: number
}

const usual = 240

type Weights = ReadonlyMap<string, number>

/** Of the terms that matched those with this beginning, without it. */
const beginningWith = (weights: Weights, beginning: string): Weights =>
  new Map(
    [...weights].flatMap(([term, weight]) =>
      term.startsWith(beginning) ? [[term.slice(beginning.length), weight]] : [],
    ),
  )

/** Most words of a text match nothing: only what can match is worked out for each of them. */
function weigher(lang: string, weights: Weights): (token: Token) => number {
  const [stems, names, cognates] = [stemTerm(lang, ''), nameTerm(''), cognateTerm('')].map((beginning) =>
    beginningWith(weights, beginning),
  ) as [Weights, Weights, Weights]
  return ({ stem, parts, word }) => {
    let most = stems.get(stem) ?? 0
    for (const part of parts) most = Math.max(most, stems.get(part) ?? 0)
    if (names.size > 0) most = Math.max(most, names.get(fold(word)) ?? 0)
    return cognates.size === 0 ? most : Math.max(most, cognates.get(cognateOf(word) ?? '') ?? 0)
  }
}

/** Cutting a text into words takes most of the time of a search, and the same things are found again and again. */
const analysed = remember(300, (langAndText) => {
  const space = langAndText.indexOf(' ')
  const tagger = taggerOf(langAndText.slice(0, space))
  const tokens = tokensIn(langAndText.slice(space + 1), tagger.lexicon.lang, tagger.lexicon)
  let concepts: TaggedConcept[] | undefined
  const tagConcepts = (): TaggedConcept[] => {
    if (concepts !== undefined) return concepts
    const said = conceptsInTokens(tokens, tagger)
    concepts = [...said, ...scatteredInTokens(tokens, tagger, said)]
    return concepts
  }
  let everyday: TaggedConcept[] | undefined
  const tagEveryday = (): TaggedConcept[] => {
    everyday ??= everydayInTokens(tokens, tagger)
    return everyday
  }
  return { tokens, tagConcepts, tagEveryday }
})

const marksIn = (text: string, lang: string, weights: Weights): Mark[] => {
  if (weights.size === 0) return []
  const { tokens, tagConcepts, tagEveryday } = analysed(`${lang} ${text}`)
  const weightOf = weigher(lang, weights)
  const words = tokens.map((token) => ({ start: token.start, end: token.end, weight: weightOf(token) }))
  const marksOf = (beginning: string, tag: () => readonly TaggedConcept[]): Mark[] => {
    const asked = beginningWith(weights, beginning)
    const tags = asked.size === 0 ? [] : tag()
    return tags.map(({ slug, start, end }) => ({ start, end, weight: asked.get(slug) ?? 0 }))
  }
  const said = [...marksOf(conceptTerm(''), tagConcepts), ...marksOf(everydayTerm(''), tagEveryday)]
  return [...words, ...said].filter(({ weight }) => weight > 0).sort((one, other) => one.start - other.start)
}

const withoutOverlap = (marks: readonly Mark[]): Mark[] => {
  const kept: Mark[] = []
  for (const mark of marks) {
    const last = kept.at(-1)
    if (last === undefined || mark.start >= last.end) kept.push(mark)
    else
      kept[kept.length - 1] = {
        start: last.start,
        end: Math.max(last.end, mark.end),
        weight: Math.max(last.weight, mark.weight),
      }
  }
  return kept
}

/** The window with the weightiest different marks; the earliest of equals. */
const bestStart = (marks: readonly Mark[], size: number): number => {
  let best = { start: 0, weight: 0 }
  for (const [index, mark] of marks.entries()) {
    const inside = marks.slice(index).filter(({ end }) => end <= mark.start + size)
    const weight = inside.reduce((sum, one) => sum + one.weight, 0)
    if (weight > best.weight * 1.01) best = { start: mark.start, weight }
  }
  return best.start
}

/** Cuts at words, and begins a little before the first mark. */
const windowOf = (text: string, marks: readonly Mark[], size: number): { start: number; end: number } => {
  if (text.length <= size) return { start: 0, end: text.length }
  const wanted = Math.max(0, bestStart(marks, size * 0.75) - Math.round(size * 0.2))
  const space = wanted === 0 ? 0 : text.indexOf(' ', wanted) + 1
  const start = space <= 0 || space > wanted + 40 ? wanted : space
  const cut = text.lastIndexOf(' ', start + size)
  return { start, end: start + size >= text.length ? text.length : cut > start ? cut : start + size }
}

const partsOf = (text: string, marks: readonly Mark[], start: number, end: number): PassagePart[] => {
  const parts: PassagePart[] = start > 0 ? [{ text: '… ' }] : []
  let at = start
  for (const mark of marks.filter((one) => one.start >= start && one.end <= end)) {
    if (mark.start > at) parts.push({ text: text.slice(at, mark.start) })
    parts.push({ text: text.slice(mark.start, mark.end), marked: true })
    at = mark.end
  }
  if (at < end) parts.push({ text: text.slice(at, end) })
  return end < text.length ? [...parts, { text: ' …' }] : parts
}

/** The best `size` characters of a text with the query's terms marked. Joined, the parts are the text's own words. */
export function passageOf(
  text: string,
  lang: string,
  weights: ReadonlyMap<string, number>,
  size = usual,
): PassagePart[] {
  const marks = withoutOverlap(marksIn(text, lang, weights))
  const { start, end } = windowOf(text, marks, size)
  return partsOf(text, marks, start, end).filter((part) => part.text !== '')
}

export const hasMark = (parts: readonly PassagePart[]): boolean => parts.some(({ marked }) => marked === true)
