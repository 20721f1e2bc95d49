// Labels of several words whose words stand near each other, in any order: "Gewalt an Schulen" for "Schulgewalt".
import type { Token } from './analyse.ts'
import type { LabelWords } from './phrases.ts'
import type { TaggedConcept, Tagger } from './tagger.ts'

/** So many words before and after the rarest one. */
const reach = 4
/** Longer labels do not stand scattered, they stand by accident. */
const mostStems = 4

const none: readonly LabelWords[] = []
const nowhere: readonly TaggedConcept[] = []

const made = new WeakMap<Tagger, ReadonlyMap<string, readonly LabelWords[]>>()

/** Each label of several words under the rarest of them: few words of a text are looked at twice. */
const byRarestWord = (tagger: Tagger): ReadonlyMap<string, readonly LabelWords[]> => {
  const known = made.get(tagger)
  if (known !== undefined) return known
  const labels = tagger.labels.filter(({ stems }) => stems.length >= 2 && stems.length <= mostStems)
  const counts = new Map<string, number>()
  for (const stem of labels.flatMap(({ stems }) => stems)) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  const rarestOf = ({ stems }: LabelWords): string =>
    stems.toSorted((one, other) => (counts.get(one) ?? 0) - (counts.get(other) ?? 0))[0] ?? ''
  const byRarest = Map.groupBy(labels, rarestOf)
  made.set(tagger, byRarest)
  return byRarest
}

/** Looked for word by word: to gather all that stands near costs more than the few questions that there are. */
function standsNear(wanted: string, tokens: readonly Token[], at: number): boolean {
  for (let place = Math.max(0, at - reach); place <= at + reach && place < tokens.length; place += 1) {
    const { stem, parts } = tokens[place] as Token
    if (stem === wanted || parts.includes(wanted)) return true
  }
  return false
}

const labelsAt = (
  { stem, parts }: Token,
  labels: ReadonlyMap<string, readonly LabelWords[]>,
): readonly LabelWords[] => {
  const own = labels.get(stem) ?? none
  return parts.length === 0 ? own : [...own, ...parts.flatMap((part) => labels.get(part) ?? none)]
}

/** Concepts that stand scattered, each at the rarest word of its label; without those that `said` has at this word. */
export function scatteredInTokens(
  tokens: readonly Token[],
  tagger: Tagger,
  said: readonly TaggedConcept[],
): TaggedConcept[] {
  const labels = byRarestWord(tagger)
  return tokens.flatMap((token, index) => {
    const here = labelsAt(token, labels)
    if (here.length === 0) return nowhere
    const found = here.filter(({ stems }) => stems.every((stem) => standsNear(stem, tokens, index)))
    if (found.length === 0) return nowhere
    const exact = new Set(said.filter((tag) => tag.tokens.includes(index)).map(({ slug }) => slug))
    return [...new Set(found.map(({ slug }) => slug))]
      .filter((slug) => !exact.has(slug))
      .map((slug) => ({
        slug,
        start: token.start,
        end: token.end,
        tokens: [index],
        partly: true,
      }))
  })
}
