// Finds the vocabulary's concepts in text: the longest label whose stems stand there in a row.
import { type Token, tokensIn } from './analyse.ts'
import type { ConceptGraph } from './concept-graph.ts'
import { type Choice, choiceOf, senseHere } from './homonyms.ts'
import { type Lexicon, lexiconOf } from './lexicon.ts'
import {
  byFirstStem,
  keyOf,
  type LabelWords,
  type Phrase,
  type PhrasesByFirst,
  phrasesOf,
  saysEnough,
  stemsOf,
  wordsOf,
  writtenIn,
} from './phrases.ts'
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

export interface Tagger {
  readonly lexicon: Lexicon
  /** For finding labels whose words do not stand in a row. */
  readonly labels: readonly LabelWords[]
  readonly byFirst: PhrasesByFirst
  /** By the stems of the word that names two things. */
  readonly homonyms: ReadonlyMap<string, Choice>
  readonly everyday: PhrasesByFirst
}

/** By the words of a graph in one language. */
const made = new WeakMap<object, Tagger>()

const build = (graph: ConceptGraph, lang: string): Tagger => {
  const lexicon = lexiconOf(lang, graph)
  const everyday = phrasesOf(graph.everyday, lexicon)
  const common = new Set(everyday.filter(({ stems }) => stems.length === 1).flatMap(({ stems }) => stems))
  const phrases = phrasesOf(graph.all, lexicon).filter((phrase) => saysEnough(phrase, common))
  const homonyms = graph.homonyms.filter((one) => one.lang === lang)
  const decided = homonyms.flatMap(({ senses }) =>
    senses.flatMap(({ slug, phrases: said }) => said.map((phrase) => ({ slug, stems: stemsOf(phrase, lexicon) }))),
  )
  return {
    lexicon,
    labels: phrases.flatMap(wordsOf),
    byFirst: byFirstStem([...decided, ...phrases]),
    homonyms: new Map(homonyms.map((one) => [keyOf(stemsOf(one.label, lexicon)), choiceOf(one)])),
    everyday: byFirstStem(everyday),
  }
}

export function taggerOf(lang: string, graph = vocabulary()): Tagger {
  const words = graph.wordsOf(lang)
  const known = made.get(words)
  if (known !== undefined) return known
  const tagger = build(graph, lang)
  made.set(words, tagger)
  return tagger
}

interface Step {
  readonly stem: string
  /** Of a part: of the compound it stands in. */
  readonly word: string
  readonly token: number
  readonly part: boolean
}

/** Words as a row of stems; `split` puts the parts of compounds in their places. */
const stepsOf = (tokens: readonly Token[], split: boolean): Step[] =>
  tokens.flatMap(({ stem, parts, word }, token): readonly Step[] =>
    split && parts.length > 0
      ? parts.map((part) => ({ stem: part, word, token, part: true }))
      : [{ stem, word, token, part: false }],
  )

const fits = (phrase: Phrase, steps: readonly Step[], at: number): boolean =>
  phrase.stems.length <= steps.length - at && phrase.stems.every((stem, offset) => steps[at + offset]?.stem === stem)

/**
 * Of labels that share their stems those that are written just like this, where there are any: Dutch "ouders" are parents,
 * "ouderen" the old. A name is only found as it is written.
 */
const closest = (fitting: readonly Phrase[], taken: readonly Step[]): readonly Phrase[] => {
  if (fitting.length === 1 && fitting[0]?.isName !== true) return fitting
  const written = writtenIn(taken)
  const same = fitting.filter((phrase) => phrase.written === written)
  return same.length > 0 ? same : fitting.filter(({ isName }) => isName !== true)
}

/** So many words before and after are neighbours. */
const nearby = 12

const neighboursOf = (steps: readonly Step[], at: number, length: number): Set<string> =>
  new Set([
    ...steps.slice(Math.max(0, at - nearby), at).map(({ stem }) => stem),
    ...steps.slice(at + length, at + length + nearby).map(({ stem }) => stem),
  ])

/** Two concepts may share a stemmed label: both are meant as far as anybody can tell, unless it is a declared homonym. */
const meantOf = (
  fitting: readonly Phrase[],
  choice: Choice | undefined,
  neighbours: () => ReadonlySet<string>,
): readonly Phrase[] => {
  if (choice === undefined) return fitting
  const sense = senseHere(choice, neighbours())
  return sense === undefined ? fitting : [{ slug: sense.slug, stems: fitting[0]?.stems ?? [] }]
}

interface Match {
  readonly phrase: Phrase
  readonly steps: readonly Step[]
}

/** The longest that fits here, all that are of this length; what is no label of ours is among them. */
const matchAt = (
  beginning: readonly Phrase[],
  steps: readonly Step[],
  at: number,
  homonyms: Tagger['homonyms'],
): { readonly phrases: readonly Phrase[]; readonly taken: readonly Step[] } | undefined => {
  const fitting = beginning.filter((phrase) => fits(phrase, steps, at))
  if (fitting.length === 0) return undefined
  const length = fitting[0]?.stems.length ?? 1
  const taken = steps.slice(at, at + length)
  const longest = closest(
    fitting.filter(({ stems }) => stems.length === length),
    taken,
  )
  const choice = longest.length === 0 ? undefined : homonyms.get(keyOf(longest[0]?.stems ?? []))
  return { phrases: meantOf(longest, choice, () => neighboursOf(steps, at, length)), taken }
}

const matchIn = (steps: readonly Step[], byFirst: PhrasesByFirst, homonyms: Tagger['homonyms']): Match[] => {
  const found: Match[] = []
  for (let at = 0; at < steps.length; ) {
    // Most words begin no label.
    const beginning = byFirst.get((steps[at] as Step).stem)
    const match = beginning === undefined ? undefined : matchAt(beginning, steps, at, homonyms)
    for (const phrase of match?.phrases ?? []) found.push({ phrase, steps: match?.taken ?? [] })
    at += match?.taken.length ?? 1
  }
  return found
}

const tagsFrom = (tokens: readonly Token[], byFirst: PhrasesByFirst, homonyms: Tagger['homonyms']): TaggedConcept[] => {
  const tags = new Map<string, TaggedConcept>()
  const meaningless = new Set<number>()
  const hasParts = tokens.some(({ parts }) => parts.length > 0)
  for (const split of hasParts ? [false, true] : [false])
    for (const { phrase, steps } of matchIn(stepsOf(tokens, split), byFirst, homonyms)) {
      const indexes = [...new Set(steps.map(({ token }) => token))]
      if (phrase.slug === undefined) for (const index of indexes) meaningless.add(index)
      if (phrase.slug === undefined || (split && !steps.some(({ part }) => part))) continue
      if (split && indexes.some((index) => meaningless.has(index))) continue
      const start = tokens[indexes[0] ?? 0]?.start ?? 0
      const end = tokens[indexes.at(-1) ?? 0]?.end ?? start
      const key = `${phrase.slug} ${start}`
      if (!tags.has(key)) tags.set(key, { slug: phrase.slug, start, end, tokens: indexes, partly: split })
    }
  return [...tags.values()].sort((one, other) => one.start - other.start)
}

/** Concepts in tokens that `tokensIn` gave for this language, in order. */
export const conceptsInTokens = (tokens: readonly Token[], { byFirst, homonyms }: Tagger): TaggedConcept[] =>
  tagsFrom(tokens, byFirst, homonyms)

/** Everyday words in tokens that `tokensIn` gave for this language, in order. */
export const everydayInTokens = (tokens: readonly Token[], { everyday }: Tagger): TaggedConcept[] =>
  tagsFrom(tokens, everyday, new Map())

/** Slugs of the concepts in a text of this language, the most frequent first. */
export function conceptsInText(text: string, lang: string, graph = vocabulary()): string[] {
  const tagger = taggerOf(lang, graph)
  const counts = new Map<string, number>()
  for (const { slug, partly } of conceptsInTokens(tokensIn(text, lang, tagger.lexicon), tagger))
    counts.set(slug, (counts.get(slug) ?? 0) + (partly ? 0.5 : 1))
  return [...counts].sort((one, other) => other[1] - one[1]).map(([slug]) => slug)
}
