// Finds the vocabulary's concepts in text: the longest label whose stems stand there in a row.
import { type Analysed, type Token, tokensIn } from './analyse.ts'
import type { ConceptGraph } from './concept-graph.ts'
import { type Choice, choiceOf, senseHere } from './homonyms.ts'
import { type Lexicon, lexiconOf } from './lexicon.ts'
import {
  type Beginning,
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
  readonly beginnings: WeakMap<Analysed, Beginnings>
}

type Sort = 'byFirst' | 'everyday'
/** What a stem may begin, of each sort. */
type Begins = Readonly<Record<Sort, Beginning | undefined>>

/** What a word and its parts may begin. */
interface Beginnings {
  readonly own: Begins
  readonly parts: readonly Begins[]
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
    beginnings: new WeakMap(),
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

const beginsWith = (stem: string, { byFirst, everyday }: Tagger): Begins => ({
  byFirst: byFirst.get(stem),
  everyday: everyday.get(stem),
})

/** Asked once for a word, wherever it stands: most begin nothing. */
function beginningsOf(known: Analysed, tagger: Tagger): Beginnings {
  const found = tagger.beginnings.get(known)
  if (found !== undefined) return found
  const parts = known.parts.map((part) => beginsWith(part, tagger))
  const made = { own: beginsWith(known.stem, tagger), parts }
  tagger.beginnings.set(known, made)
  return made
}

interface Step {
  readonly stem: string
  /** Of a part: of the compound it stands in. */
  readonly word: string
  readonly token: number
  readonly part: boolean
  readonly begins: Begins
}

/** Words as a row of stems; `split` puts the parts of compounds in their places. */
function stepsOf(tokens: readonly Token[], split: boolean, tagger: Tagger): Step[] {
  const steps: Step[] = []
  for (let token = 0; token < tokens.length; token += 1) {
    const { stem, parts, word, known } = tokens[token] as Token
    const begins = beginningsOf(known, tagger)
    if (!split || parts.length === 0) steps.push({ stem, word, token, part: false, begins: begins.own })
    else
      for (let at = 0; at < parts.length; at += 1)
        steps.push({ stem: parts[at] as string, word, token, part: true, begins: begins.parts[at] as Begins })
  }
  return steps
}

interface Reading {
  readonly tagger: Tagger
  readonly whole: readonly Step[]
  /** Undefined where no word has parts. */
  readonly split: readonly Step[] | undefined
}
/** A text is read for concepts and once more for everyday words. */
const readings = new WeakMap<readonly Token[], Reading>()

function readingOf(tokens: readonly Token[], tagger: Tagger): Reading {
  const known = readings.get(tokens)
  if (known?.tagger === tagger) return known
  const hasParts = tokens.some(({ parts }) => parts.length > 0)
  const whole = stepsOf(tokens, false, tagger)
  const reading = { tagger, whole, split: hasParts ? stepsOf(tokens, true, tagger) : undefined }
  readings.set(tokens, reading)
  return reading
}

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

/** The longest that fit here first. */
const fittingAt = ({ alone, bySecond }: Beginning, steps: readonly Step[], at: number): readonly Phrase[] => {
  const longer = bySecond.get(steps[at + 1]?.stem ?? '')?.filter((phrase) => fits(phrase, steps, at)) ?? []
  return longer.length > 0 ? longer : alone
}

/** The longest that fits here, all that are of this length; what is no label of ours is among them. */
const matchAt = (
  beginning: Beginning,
  steps: readonly Step[],
  at: number,
  homonyms: Tagger['homonyms'],
): { readonly phrases: readonly Phrase[]; readonly taken: readonly Step[] } | undefined => {
  const fitting = fittingAt(beginning, steps, at)
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

const matchIn = (steps: readonly Step[], sort: Sort, homonyms: Tagger['homonyms']): Match[] => {
  const found: Match[] = []
  for (let at = 0; at < steps.length; ) {
    const beginning = (steps[at] as Step).begins[sort]
    const match = beginning === undefined ? undefined : matchAt(beginning, steps, at, homonyms)
    if (match !== undefined) for (const phrase of match.phrases) found.push({ phrase, steps: match.taken })
    at += match?.taken.length ?? 1
  }
  return found
}

const none: Tagger['homonyms'] = new Map()

const tagsFrom = (tokens: readonly Token[], tagger: Tagger, sort: Sort): TaggedConcept[] => {
  const tags = new Map<string, TaggedConcept>()
  const meaningless = new Set<number>()
  const homonyms = sort === 'byFirst' ? tagger.homonyms : none
  const { whole, split } = readingOf(tokens, tagger)
  for (const row of split === undefined ? [whole] : [whole, split])
    for (const { phrase, steps } of matchIn(row, sort, homonyms)) {
      const isSplit = row === split
      const indexes = [...new Set(steps.map(({ token }) => token))]
      if (phrase.slug === undefined) for (const index of indexes) meaningless.add(index)
      if (phrase.slug === undefined || (isSplit && !steps.some(({ part }) => part))) continue
      if (isSplit && indexes.some((index) => meaningless.has(index))) continue
      const start = tokens[indexes[0] ?? 0]?.start ?? 0
      const end = tokens[indexes.at(-1) ?? 0]?.end ?? start
      const key = `${phrase.slug} ${start}`
      if (!tags.has(key)) tags.set(key, { slug: phrase.slug, start, end, tokens: indexes, partly: isSplit })
    }
  return [...tags.values()].sort((one, other) => one.start - other.start)
}

/** Concepts in tokens that `tokensIn` gave for this language, in order. */
export const conceptsInTokens = (tokens: readonly Token[], tagger: Tagger): TaggedConcept[] =>
  tagsFrom(tokens, tagger, 'byFirst')

/** Everyday words in tokens that `tokensIn` gave for this language, in order. */
export const everydayInTokens = (tokens: readonly Token[], tagger: Tagger): TaggedConcept[] =>
  tagsFrom(tokens, tagger, 'everyday')

/** Slugs of the concepts in a text of this language, the most frequent first. */
export function conceptsInText(text: string, lang: string, graph = vocabulary()): string[] {
  const tagger = taggerOf(lang, graph)
  const counts = new Map<string, number>()
  for (const { slug, partly } of conceptsInTokens(tokensIn(text, lang, tagger.lexicon), tagger))
    counts.set(slug, (counts.get(slug) ?? 0) + (partly ? 0.5 : 1))
  return [...counts].sort((one, other) => other[1] - one[1]).map(([slug]) => slug)
}
