// Concepts that a query means without saying their label: "Sicherheit auf dem Schulweg" for "sicherer Schulweg".
import type { LabelWords } from './phrases.ts'
import type { Tagger } from './tagger.ts'

export interface LooseConcept {
  readonly slug: string
  /** 0 to 1: how much of a label the query says. */
  readonly coverage: number
  readonly stems: readonly string[]
}

interface Weighed {
  readonly byStem: ReadonlyMap<string, readonly LabelWords[]>
  readonly rarity: (stem: string) => number
}

const made = new WeakMap<Tagger, Weighed>()

const weigh = (tagger: Tagger): Weighed => {
  const known = made.get(tagger)
  if (known !== undefined) return known
  const byStem = new Map<string, LabelWords[]>()
  for (const label of tagger.labels)
    for (const stem of label.stems) byStem.set(stem, [...(byStem.get(stem) ?? []), label])
  const rarity = (stem: string): number => Math.log(1 + tagger.labels.length / (1 + (byStem.get(stem)?.length ?? 0)))
  const fresh = { byStem, rarity }
  made.set(tagger, fresh)
  return fresh
}

const enough = 0.4
/** What stands only inside a compound may be meant quite differently: "Murmelwinkel" is about no shop. */
const partOfWord = 0.5
const most = 4

interface Said {
  /** The query's stems, as whole words. */
  readonly stems: ReadonlySet<string>
  /** Stems of the parts of its compounds. */
  readonly parts: ReadonlySet<string>
  /** Those that belong to no exact concept: without one of them there is nothing left to explain. */
  readonly open: ReadonlySet<string>
  readonly exact: ReadonlySet<string>
}

export function looseConcepts({ stems, parts, open, exact }: Said, tagger: Tagger): LooseConcept[] {
  const { byStem, rarity } = weigh(tagger)
  const sum = (list: readonly string[], worth: (stem: string) => number): number =>
    list.reduce((total, stem) => total + rarity(stem) * worth(stem), 0)
  const worth = (stem: string): number => (stems.has(stem) ? 1 : parts.has(stem) ? partOfWord : 0)
  const best = new Map<string, LooseConcept>()
  const labels = new Set([...open].flatMap((stem) => byStem.get(stem) ?? []))
  for (const label of labels) {
    if (exact.has(label.slug)) continue
    const said = label.stems.filter((stem) => worth(stem) > 0)
    const coverage = sum(said, worth) / sum(label.stems, () => 1)
    if (coverage < enough || coverage <= (best.get(label.slug)?.coverage ?? 0)) continue
    best.set(label.slug, { slug: label.slug, coverage, stems: said })
  }
  return [...best.values()].sort((one, other) => other.coverage - one.coverage).slice(0, most)
}
