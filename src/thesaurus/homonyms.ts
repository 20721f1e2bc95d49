// Which of its senses a word has here: what stands around it decides.
import type { Homonym, Sense } from './parse-homonyms.ts'
import { stem } from './stem.ts'
import { wordsIn } from './words.ts'

export interface Choice {
  readonly senses: readonly { readonly sense: Sense; readonly stems: ReadonlySet<string> }[]
  readonly usual: Sense | undefined
}

/** A homonym made ready for one language's stems. */
export const choiceOf = ({ lang, senses, usual }: Homonym): Choice => ({
  senses: senses.map((sense) => ({
    sense,
    stems: new Set(sense.words.flatMap((word) => wordsIn(word).map((one) => stem(one.word, lang)))),
  })),
  usual,
})

/**
 * The sense that the neighbours speak for, by how many different ones; the usual one when none does, or two do equally.
 * Undefined when nothing at all decides: then every sense is meant as far as anybody can tell.
 * A word that stands alone is a query: whoever types "Fähre" here asks after our subject, however often texts mean another.
 */
export function senseHere({ senses, usual }: Choice, neighbours: ReadonlySet<string>): Sense | undefined {
  if (neighbours.size === 0 && usual !== undefined && usual.slug === undefined)
    return senses.find(({ sense }) => sense.slug !== undefined)?.sense ?? usual
  const counted = senses
    .map(({ sense, stems }) => ({ sense, count: [...stems].filter((one) => neighbours.has(one)).length }))
    .sort((one, other) => other.count - one.count)
  const [first, second] = counted
  if (first === undefined || first.count === 0 || first.count === second?.count) return usual
  return first.sense
}
