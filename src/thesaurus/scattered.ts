// Labels of several words whose words stand near each other, in any order: "Gewalt an Schulen" for "Schulgewalt".
import type { Token } from './analyse.ts'
import type { LabelWords, TaggedConcept, Tagger } from './tagger.ts'

/** So many words before and after the rarest one. */
const reach = 4
/** Longer labels do not stand scattered, they stand by accident. */
const mostStems = 4

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

const stemsNear = (tokens: readonly Token[], at: number): ReadonlySet<string> =>
  new Set(tokens.slice(Math.max(0, at - reach), at + reach + 1).flatMap(({ stem, parts }) => [stem, ...parts]))

/** Concepts that stand scattered, each at the rarest word of its label; without those that `said` has at this word. */
export function scatteredInTokens(
  tokens: readonly Token[],
  tagger: Tagger,
  said: readonly TaggedConcept[],
): TaggedConcept[] {
  const labels = byRarestWord(tagger)
  return tokens.flatMap((token, index) => {
    const candidates = [token.stem, ...token.parts].flatMap((stem) => labels.get(stem) ?? [])
    if (candidates.length === 0) return []
    const near = stemsNear(tokens, index)
    const exact = new Set(said.filter((tag) => tag.tokens.includes(index)).map(({ slug }) => slug))
    const found = candidates.filter(({ slug, stems }) => !exact.has(slug) && stems.every((stem) => near.has(stem)))
    return [...new Set(found.map(({ slug }) => slug))].map((slug) => ({
      slug,
      start: token.start,
      end: token.end,
      tokens: [index],
      partly: true,
    }))
  })
}
