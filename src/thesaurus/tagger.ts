// Finds the vocabulary's concepts in text: the longest label whose stems stand there in a row.
import { type Token, tokensIn } from './analyse.ts'
import type { ConceptGraph } from './concept-graph.ts'
import { type Lexicon, lexiconOf } from './lexicon.ts'
import { vocabulary } from './vocabulary.ts'

export interface TaggedConcept {
  readonly slug: string
  readonly start: number
  readonly end: number
  /** Indexes of the tokens it was seen in. */
  readonly tokens: readonly number[]
  /** Seen only inside a compound, so less certain. */
  readonly partly: boolean
}

export interface Phrase {
  readonly slug: string
  readonly stems: readonly string[]
}

export interface Tagger {
  readonly lexicon: Lexicon
  readonly phrases: readonly Phrase[]
  readonly byFirst: ReadonlyMap<string, readonly Phrase[]>
}

const made = new WeakMap<ConceptGraph, Map<string, Tagger>>()

const build = (graph: ConceptGraph, lang: string): Tagger => {
  const lexicon = lexiconOf(lang, graph)
  const byFirst = new Map<string, Phrase[]>()
  const phrases = graph.all.flatMap(({ slug, labels }) =>
    (labels[lang] ?? [])
      .map((label) => ({ slug, stems: tokensIn(label, lang, lexicon).map((token) => token.stem) }))
      .filter(({ stems }) => stems.length > 0),
  )
  for (const phrase of phrases)
    byFirst.set(phrase.stems[0] ?? '', [...(byFirst.get(phrase.stems[0] ?? '') ?? []), phrase])
  for (const list of byFirst.values()) list.sort((one, other) => other.stems.length - one.stems.length)
  return { lexicon, phrases, byFirst }
}

export function taggerOf(lang: string, graph = vocabulary()): Tagger {
  const byLang = made.get(graph) ?? new Map<string, Tagger>()
  made.set(graph, byLang)
  const known = byLang.get(lang)
  if (known !== undefined) return known
  const tagger = build(graph, lang)
  byLang.set(lang, tagger)
  return tagger
}

interface Step {
  readonly stem: string
  readonly token: number
  readonly part: boolean
}

/** Words as a row of stems; `split` puts the parts of compounds in their places. */
const stepsOf = (tokens: readonly Token[], split: boolean): Step[] =>
  tokens.flatMap(({ stem, parts }, token): readonly Step[] =>
    split && parts.length > 0
      ? parts.map((part) => ({ stem: part, token, part: true }))
      : [{ stem, token, part: false }],
  )

const fits = (phrase: Phrase, steps: readonly Step[], at: number): boolean =>
  phrase.stems.every((stem, offset) => steps[at + offset]?.stem === stem)

const matchIn = (steps: readonly Step[], tagger: Tagger): { phrase: Phrase; steps: readonly Step[] }[] => {
  const found: { phrase: Phrase; steps: readonly Step[] }[] = []
  for (let at = 0; at < steps.length; ) {
    const fitting = (tagger.byFirst.get(steps[at]?.stem ?? '') ?? []).filter((phrase) => fits(phrase, steps, at))
    const length = fitting[0]?.stems.length ?? 1
    // Two concepts may share a stemmed label: both are meant as far as anybody can tell.
    for (const phrase of fitting.filter(({ stems }) => stems.length === length))
      found.push({ phrase, steps: steps.slice(at, at + length) })
    at += length
  }
  return found
}

/** Concepts in tokens that `tokensIn` gave for this language, in order. */
export function conceptsInTokens(tokens: readonly Token[], tagger: Tagger): TaggedConcept[] {
  const tags = new Map<string, TaggedConcept>()
  for (const split of [false, true])
    for (const { phrase, steps } of matchIn(stepsOf(tokens, split), tagger)) {
      if (split && !steps.some(({ part }) => part)) continue
      const indexes = [...new Set(steps.map(({ token }) => token))]
      const start = tokens[indexes[0] ?? 0]?.start ?? 0
      const end = tokens[indexes.at(-1) ?? 0]?.end ?? start
      const key = `${phrase.slug} ${start}`
      if (!tags.has(key)) tags.set(key, { slug: phrase.slug, start, end, tokens: indexes, partly: split })
    }
  return [...tags.values()].sort((one, other) => one.start - other.start)
}

/** Slugs of the concepts in a text of this language, the most frequent first. */
export function conceptsInText(text: string, lang: string, graph = vocabulary()): string[] {
  const tagger = taggerOf(lang, graph)
  const counts = new Map<string, number>()
  for (const { slug, partly } of conceptsInTokens(tokensIn(text, lang, tagger.lexicon), tagger))
    counts.set(slug, (counts.get(slug) ?? 0) + (partly ? 0.5 : 1))
  return [...counts].sort((one, other) => other[1] - one[1]).map(([slug]) => slug)
}
