// Labels as rows of stems: what the tagger looks for in a text.
import { type Token, tokensIn } from './analyse.ts'
import { fold } from './fold.ts'
import type { Lexicon } from './lexicon.ts'
import { type Concept, labelsIn } from './parse-concepts.ts'
import { wordsIn } from './words.ts'

export interface Phrase {
  /** Undefined: the phrase means none of our concepts, and no word of it does. */
  readonly slug: string | undefined
  readonly stems: readonly string[]
  /** Its words as they are written, folded. */
  readonly written?: string
  /** A name: only these very words, no other form of them. */
  readonly isName?: boolean
}

export interface LabelPhrase extends Phrase {
  readonly slug: string
  readonly label: string
  /** Its stems with those of compounds' parts in their places. */
  readonly apart: readonly string[]
}

/** The words of a label, those of compounds apart: "Schulgewalt" and "Gewalt an Schulen" say the same. */
export interface LabelWords {
  readonly slug: string
  /** Each once. */
  readonly stems: readonly string[]
}

/** What may begin with a word. */
export interface Beginning {
  readonly alone: readonly Phrase[]
  /** Phrases of several words by the second of them, the longest first. */
  readonly bySecond: ReadonlyMap<string, readonly Phrase[]>
}
export type PhrasesByFirst = ReadonlyMap<string, Beginning>

/** Of its content words, in order. */
export const stemsOf = (label: string, lexicon: Lexicon): string[] =>
  tokensIn(label, lexicon.lang, lexicon).map((token) => token.stem)

/** Names are left alone: "París" shares its stem with "parar". */
const namesFile = 'names.txt'

/** The words as they are written, folded, with spaces between. */
export const writtenIn = (tokens: readonly Pick<Token, 'word'>[]): string =>
  tokens.map(({ word }) => fold(word)).join(' ')

/** All labels of these concepts in the lexicon's language that say anything. */
export const phrasesOf = (concepts: readonly Concept[], lexicon: Lexicon): LabelPhrase[] =>
  concepts
    .flatMap((concept) =>
      labelsIn(concept, lexicon.lang).map((label) => {
        const tokens = tokensIn(label, lexicon.lang, lexicon)
        const stems = tokens.map((token) => token.stem)
        const apart = tokens.flatMap(({ stem, parts }) => (parts.length > 1 ? parts : [stem]))
        const isName = concept.file === namesFile
        return { slug: concept.slug, label, stems, apart, written: writtenIn(tokens), isName }
      }),
    )
    .filter(({ stems }) => stems.length > 0)

/** Of "projet X" only "projet" is left: such a label says nothing where the word that is left is an everyday one. */
export const saysEnough = ({ label, stems }: LabelPhrase, everyday: ReadonlySet<string>): boolean =>
  stems.length > 1 || !everyday.has(stems[0] ?? '') || wordsIn(label).length === 1

const longestFirst = (phrases: readonly Phrase[]): Phrase[] =>
  phrases.toSorted((one, other) => other.stems.length - one.stems.length)

const beginningOf = (phrases: readonly Phrase[]): Beginning => ({
  alone: phrases.filter(({ stems }) => stems.length === 1),
  bySecond: Map.groupBy(longestFirst(phrases.filter(({ stems }) => stems.length > 1)), ({ stems }) => stems[1] ?? ''),
})

/** Phrases under the first of their stems: hundreds begin with "police", and few of them go on as a text does. */
export const byFirstStem = (phrases: readonly Phrase[]): PhrasesByFirst =>
  new Map([...Map.groupBy(phrases, ({ stems }) => stems[0] ?? '')].map(([first, list]) => [first, beginningOf(list)]))

/** The label, and once more with its compounds apart where it has any. */
export const wordsOf = ({ slug, stems, apart }: LabelPhrase): LabelWords[] =>
  [stems, ...(apart.length > stems.length ? [apart] : [])].map((one) => ({ slug, stems: [...new Set(one)] }))

/** One text for a row of stems. */
export const keyOf = (stems: readonly string[]): string => stems.join(' ')
