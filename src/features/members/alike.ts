// Cities like this one, each with the reasons. No score is shown: the reasons are what helps to decide whom to ask.
import type { Member } from './member.ts'

export type Reason =
  | { readonly kind: 'size'; readonly population: number }
  | { readonly kind: 'country' }
  | { readonly kind: 'language'; readonly language: string }
  | { readonly kind: 'concepts'; readonly concepts: readonly string[] }

export interface Alike {
  readonly member: Member
  readonly reasons: readonly Reason[]
}

/** Twice as large or half as large still compares; beyond that, administrations differ too much. */
const mostTimes = 2

const timesLarger = (one: number | null, other: number | null): number =>
  one === null || other === null ? Number.POSITIVE_INFINITY : Math.max(one, other) / Math.min(one, other)

interface Judged {
  readonly member: Member
  readonly weight: number
  readonly times: number
}

const sharedBy = (to: Member, member: Member): string[] =>
  member.concepts.filter((concept) => to.concepts.includes(concept))
const languageOf = (to: Member, member: Member): string | undefined =>
  member.languages.find((code) => to.languages.includes(code))

/** Undefined with only one weak reason. Ten thousand are judged for a page, so nothing is made here that is thrown away. */
function judge(to: Member, member: Member): Judged | undefined {
  const times = timesLarger(to.population, member.population)
  const near = times <= mostTimes
  const shared = member.concepts.length === 0 ? 0 : sharedBy(to, member).length
  const abroad = member.country !== to.country
  const speaks = languageOf(to, member) !== undefined
  if (shared === 0 && !(near && (!abroad || speaks))) return undefined
  // Size and shared work weigh most; a common language helps to talk; the same country is often known already.
  const size = near ? 3 * (1 - Math.log2(times) / 2) : 0
  return { member, times, weight: size + Math.min(3, shared) + (speaks ? 1 : 0) + (abroad ? 0 : 0.5) }
}

function reasonsFor(to: Member, { member, times }: Judged): Reason[] {
  const concepts = sharedBy(to, member)
  const language = languageOf(to, member)
  const reasons: Reason[] = []
  if (times <= mostTimes && member.population !== null) reasons.push({ kind: 'size', population: member.population })
  if (concepts.length > 0) reasons.push({ kind: 'concepts', concepts })
  if (member.country === to.country) reasons.push({ kind: 'country' })
  else if (language !== undefined) reasons.push({ kind: 'language', language })
  return reasons
}

/** Equals stand in the order of how near their size is, then of their slugs, so that the list does not jump. */
const comesBefore = (one: Judged, other: Judged): boolean =>
  one.weight !== other.weight
    ? one.weight > other.weight
    : one.times !== other.times
      ? one.times < other.times
      : one.member.slug < other.member.slug

/** Into its place among the best, of which no more are kept than are asked for. */
function keep(best: Judged[], one: Judged, most: number): void {
  const last = best[most - 1]
  if (last !== undefined && !comesBefore(one, last)) return
  const at = best.findIndex((other) => comesBefore(one, other))
  best.splice(at === -1 ? best.length : at, 0, one)
  if (best.length > most) best.pop()
}

/** The members most like this one, best first; itself never, and none with only one weak reason. */
export function alike(to: Member, members: readonly Member[], most: number): Alike[] {
  const best: Judged[] = []
  for (const member of members) {
    const judged = member.id === to.id ? undefined : judge(to, member)
    if (judged !== undefined) keep(best, judged, most)
  }
  return best.map((judged) => ({ member: judged.member, reasons: reasonsFor(to, judged) }))
}
