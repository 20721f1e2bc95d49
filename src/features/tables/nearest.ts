// The known word that was probably meant, found through the trigrams that both share.
import { fold } from '#thesaurus/fold.ts'
import { trigrams } from '#thesaurus/suggest-spelling.ts'

/** Dice coefficient of trigrams; below this, two words share a syllable and no more. */
const similarEnough = 0.45
const longest = 60

export interface Near<Meant> {
  readonly words: string
  readonly meant: Meant
}

/** Works once through all entries; each question then costs only what shares a trigram with it. */
export function nearestAmong<Meant>(
  entries: readonly (readonly [string, Meant])[],
): (given: string) => Near<Meant> | undefined {
  const sizes: number[] = []
  const holders = new Map<string, number[]>()
  for (const [at, [words]] of entries.entries()) {
    const grams = trigrams(fold(words))
    sizes.push(grams.size)
    for (const gram of grams) {
      const known = holders.get(gram)
      if (known === undefined) holders.set(gram, [at])
      else known.push(at)
    }
  }
  return (given) => {
    const grams = trigrams(fold(given.slice(0, longest)))
    const shared = new Map<number, number>()
    for (const gram of grams) for (const at of holders.get(gram) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
    let best: number | undefined
    let score = similarEnough
    for (const [at, count] of shared) {
      const reached = (2 * count) / ((sizes[at] ?? 0) + grams.size)
      if (reached > score) [best, score] = [at, reached]
    }
    const entry = best === undefined ? undefined : entries[best]
    return entry && { words: entry[0], meant: entry[1] }
  }
}
