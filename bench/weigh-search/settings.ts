// The settings that are tried: each step of the search switched off, and each number a little smaller or larger.
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

/** Every number of the setting a little smaller and a little larger, one at a time. */
export function* variations(from: Setting): Generator<readonly [string, Setting]> {
  for (const [name, value] of Object.entries(from.query))
    for (const tried of around(value)) yield [`query.${name} ${tried}`, query({ [name]: tried })(from)]
  for (const name of ['spill', 'coverage', 'proximity', 'otherLanguage'] as const)
    for (const tried of around(from.ranking[name])) yield [`ranking.${name} ${tried}`, ranking({ [name]: tried })(from)]
  for (const name of ['saturation', 'partOfWord', 'scattered'] as const)
    for (const tried of around(from.document[name]))
      yield [`document.${name} ${tried}`, document({ [name]: tried })(from)]
  for (const field of ['title', 'body'] as const)
    for (const name of ['weight', 'usual', 'discount'] as const)
      for (const tried of around(from.document[field][name]))
        yield [
          `document.${field}.${name} ${tried}`,
          document({ [field]: { ...from.document[field], [name]: tried } })(from),
        ]
}
