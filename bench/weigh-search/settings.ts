// The settings that are tried: each step of the search switched off, and each number a little smaller or larger.
import { queryWeights } from '../../src/thesaurus/query-weights.ts'
import type { Setting } from './engine.ts'

type Change = (setting: Setting) => Setting
const query =
  (change: Partial<Setting['query']>): Change =>
  (one) => ({ ...one, query: { ...one.query, ...change } })
const ranking =
  (change: Partial<Setting['ranking']>): Change =>
  (one) => ({ ...one, ranking: { ...one.ranking, ...change } })
const document =
  (change: Partial<Setting['document']>): Change =>
  (one) => ({ ...one, document: { ...one.document, ...change } })

const noWords = { word: 0, coveredWord: 0 }
const noConcepts = { concept: 0, loose: 0 }

/** What the search is without one of its steps, in the order in which they work. */
export const ablations: readonly (readonly [string, Change])[] = [
  ['everything', (one) => one],
  ['stems only', query({ ...noConcepts, everyday: 0, cognate: 0, name: 0, part: 0 })],
  ['concepts only', query({ ...noWords, everyday: 0 })],
  ['stems and concepts, nothing else', query({ everyday: 0, cognate: 0, name: 0, part: 0, corrected: 0, foreign: 0 })],
  ['without concepts', query(noConcepts)],
  ['without everyday words', query({ everyday: 0 })],
  ['without words and their parts', query(noWords)],
  ['without parts of compounds', query({ part: 0, partly: 0 })],
  ['without shared beginnings', query({ cognate: 0 })],
  ['without names', query({ name: 0 })],
  ['without labels half said', query({ loose: 0 })],
  ['without labels scattered in texts', document({ scattered: 0 })],
  ['without correction of slips', query({ corrected: 0 })],
  ['without words of other languages', query({ foreign: 0 })],
  ['without care for negation', query({ negated: 1 })],
  ['without narrower concepts', query({ narrower: 0 })],
  ['without related concepts', query({ related: 0 })],
  ['without broader concepts', query({ broader: 0 })],
  ['without field weights', (one) => document({ title: { ...one.document.body, usual: 8 } })(one)],
  ['each term for itself (no units)', ranking({ spill: 1, rarity: 'term' })],
  ['each term its own rarity', ranking({ rarity: 'term' })],
  ['without coverage', ranking({ coverage: 0 })],
  ['without proximity', ranking({ proximity: 0 })],
  ['other languages not lifted', ranking({ otherLanguage: 1 })],
]

const steps = [0.6, 0.8, 1.25, 1.6] as const
const rounded = (value: number): number => Number(value.toPrecision(2))
const around = (value: number): number[] => [...new Set(steps.map((step) => rounded(value * step)))]

/** One number of a setting: what it is, and how to give it another value. */
interface Knob {
  readonly name: string
  readonly of: (setting: Setting) => number
  readonly turned: (value: number) => Change
}

const fieldKnobs = (['title', 'body'] as const).flatMap((field) =>
  (['weight', 'usual', 'discount'] as const).map(
    (name): Knob => ({
      name: `document.${field}.${name}`,
      of: (one) => one.document[field][name],
      turned: (value) => (one) => document({ [field]: { ...one.document[field], [name]: value } })(one),
    }),
  ),
)

export const knobs: readonly Knob[] = [
  ...(Object.keys(queryWeights) as (keyof Setting['query'])[]).map(
    (name): Knob => ({
      name: `query.${name}`,
      of: (one) => one.query[name],
      turned: (value) => query({ [name]: value }),
    }),
  ),
  ...(['spill', 'coverage', 'proximity', 'otherLanguage'] as const).map(
    (name): Knob => ({
      name: `ranking.${name}`,
      of: (one) => one.ranking[name],
      turned: (value) => ranking({ [name]: value }),
    }),
  ),
  ...(['saturation', 'partOfWord', 'scattered'] as const).map(
    (name): Knob => ({
      name: `document.${name}`,
      of: (one) => one.document[name],
      turned: (value) => document({ [name]: value }),
    }),
  ),
  ...fieldKnobs,
]

/** The values a knob is tried at: a little smaller, a little larger. */
export const triedAt = (knob: Knob, setting: Setting): number[] => around(knob.of(setting))
