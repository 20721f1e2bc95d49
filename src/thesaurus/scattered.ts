// Labels of several words whose words stand near each other, in any order: "Gewalt an Schulen" for "Schulgewalt".
import type { Analysed, Token } from './analyse.ts'
import type { TaggedConcept, Tagger } from './tagger.ts'

/** So many words before and after the rarest one. */
const reach = 4
/** Longer labels do not stand scattered, they stand by accident. */
const mostStems = 4

/** A label as it is looked for around the rarest of its words: the others. */
interface Scattered {
  readonly slug: string
  readonly others: readonly string[]
}

interface Known {
  readonly byRarest: ReadonlyMap<string, readonly Scattered[]>
  /** Asked once for a word, wherever it stands: of most there are none. */
  readonly byWord: WeakMap<Analysed, readonly Scattered[]>
}

const made = new WeakMap<Tagger, Known>()

/** Each label of several words under the rarest of them: few words of a text are looked at twice. */
const byRarestWord = ({ labels }: Tagger): ReadonlyMap<string, readonly Scattered[]> => {
  const several = labels.filter(({ stems }) => stems.length >= 2 && stems.length <= mostStems)
  const counts = new Map<string, number>()
  for (const stem of several.flatMap(({ stems }) => stems)) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  const byRarest = new Map<string, Scattered[]>()
  for (const { slug, stems } of several) {
    const [rarest = '', ...others] = stems.toSorted((one, other) => (counts.get(one) ?? 0) - (counts.get(other) ?? 0))
    byRarest.set(rarest, [...(byRarest.get(rarest) ?? []), { slug, others }])
  }
  return byRarest
}

const knownOf = (tagger: Tagger): Known => {
  const known = made.get(tagger) ?? { byRarest: byRarestWord(tagger), byWord: new WeakMap() }
  made.set(tagger, known)
  return known
}

const labelsAt = ({ known }: Token, { byRarest, byWord }: Known): readonly Scattered[] => {
  const found = byWord.get(known)
  if (found !== undefined) return found
  const labels = [known.stem, ...known.parts].flatMap((stem) => byRarest.get(stem) ?? [])
  byWord.set(known, labels)
  return labels
}

const stemsIn = (tokens: readonly Token[]): ReadonlySet<string> => {
  const stems = new Set<string>()
  for (const { stem, parts } of tokens) {
    stems.add(stem)
    for (const part of parts) stems.add(part)
  }
  return stems
}

/** Looked for word by word: to gather all that stands near costs more than the few questions that there are. */
function standsNear(wanted: string, tokens: readonly Token[], at: number): boolean {
  for (let place = Math.max(0, at - reach); place <= at + reach && place < tokens.length; place += 1) {
    const { stem, parts } = tokens[place] as Token
    if (stem === wanted || (parts.length > 0 && parts.includes(wanted))) return true
  }
  return false
}

/** Concepts that stand scattered, each at the rarest word of its label; without those that `said` has at this word. */
export function scatteredInTokens(
  tokens: readonly Token[],
  tagger: Tagger,
  said: readonly TaggedConcept[],
): TaggedConcept[] {
  const known = knownOf(tagger)
  const there = stemsIn(tokens)
  const tags: TaggedConcept[] = []
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] as Token
    const here = labelsAt(token, known)
    if (here.length === 0) continue
    const found = here.filter(({ others }) =>
      others.every((stem) => there.has(stem) && standsNear(stem, tokens, index)),
    )
    if (found.length === 0) continue
    const exact = new Set(said.filter((tag) => tag.tokens.includes(index)).map(({ slug }) => slug))
    for (const slug of new Set(found.map((one) => one.slug)))
      if (!exact.has(slug)) tags.push({ slug, start: token.start, end: token.end, tokens: [index], partly: true })
  }
  return tags
}
