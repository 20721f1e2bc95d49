// What generated texts are made of, for each language: sentences and words of the collected practices, labels of the
// thesaurus, and names that occur a few times only, without which no index has the long tail of a real one.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#platform/project-root.ts'
import { readConceptFiles } from '#thesaurus/vocabulary.ts'
import { wordsIn } from '#thesaurus/words.ts'
import { type Dice, shuffled, zipfOf } from './dice.ts'

interface Practice {
  readonly language: string
  readonly title: string
  readonly problem: string
  readonly response: string
  readonly results: string
}

export interface Phrasebook {
  readonly lang: string
  /** How many of a hundred texts are in this language. */
  readonly share: number
  readonly sentence: (dice: Dice) => string
  readonly word: (dice: Dice) => string
  readonly label: (dice: Dice) => string
  readonly name: (dice: Dice) => string
}

const shares = { de: 22, en: 20, fr: 15, es: 12, nl: 10, it: 8, pt: 7, pl: 6 } as const
const names = 60_000

const drawFrom = <Value>(list: readonly Value[]): ((dice: Dice) => Value) => {
  const draw = zipfOf(list.length)
  return (dice) => list[draw(dice)] as Value
}

const byFrequency = (words: readonly string[]): string[] => {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1)).map(([word]) => word)
}

/** Beginning and end of two real words: "Stadtplatz", "Lichtbrücke", and many that no city has. */
const nameFrom = (words: readonly string[], number: number): string => {
  const first = words[(number * 7919) % words.length] ?? ''
  const second = words[(number * 104_729 + 13) % words.length] ?? ''
  const joined = first.slice(0, Math.ceil(first.length * 0.6)) + second.slice(Math.floor(second.length * 0.4))
  return joined.charAt(0).toUpperCase() + joined.slice(1)
}

function phrasebookOf(lang: keyof typeof shares, practices: readonly Practice[], dice: Dice): Phrasebook {
  const texts = practices.filter(({ language }) => language === lang)
  const whole = texts.map(({ title, problem, response, results }) =>
    [`${title}.`, problem, response, results].join(' '),
  )
  const sentences = whole.flatMap((text) => text.split(/(?<=[.!?])\s+/)).filter((sentence) => sentence.length > 20)
  const words = byFrequency(whole.flatMap((text) => wordsIn(text).map(({ word }) => word)))
  const labels = readConceptFiles().concepts.flatMap((concept) => concept.labels[lang] ?? [])
  const long = shuffled(
    words.filter((word) => /^\p{L}{5,}$/u.test(word)),
    dice,
  )
  const name = zipfOf(names)
  return {
    lang,
    share: shares[lang],
    sentence: drawFrom(shuffled(sentences, dice)),
    word: drawFrom(words),
    label: drawFrom(shuffled(labels, dice)),
    name: (chance) => nameFrom(long, name(chance)),
  }
}

/** One phrasebook for each of the eight languages. */
export function readPhrasebooks(dice: Dice): Phrasebook[] {
  const practices = JSON.parse(readFileSync(join(projectRoot, 'demo', 'practices.json'), 'utf8')) as Practice[]
  return (Object.keys(shares) as (keyof typeof shares)[]).map((lang) => phrasebookOf(lang, practices, dice))
}
