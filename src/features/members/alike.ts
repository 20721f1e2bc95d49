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

interface Judged extends Alike {
  readonly weight: number
  readonly times: number
}

function judge(to: Member, member: Member): Judged {
  const times = timesLarger(to.population, member.population)
  const concepts = member.concepts.filter((concept) => to.concepts.includes(concept))
  const language = member.languages.find((code) => to.languages.includes(code))
  const reasons: Reason[] = []
  if (times <= mostTimes && member.population !== null) reasons.push({ kind: 'size', population: member.population })
  if (concepts.length > 0) reasons.push({ kind: 'concepts', concepts })
  if (member.country === to.country) reasons.push({ kind: 'country' })
  else if (language !== undefined) reasons.push({ kind: 'language', language })
  // Size and shared work weigh most; a common language helps to talk; the same country is often known already.
  const weight =
    (times <= mostTimes ? 3 * (1 - Math.log2(times) / 2) : 0) +
    Math.min(3, concepts.length) +
    (language === undefined ? 0 : 1) +
    (member.country === to.country ? 0.5 : 0)
  return { member, reasons, weight, times }
}

/**
 * The members most like this one, best first; itself never, and none with only one weak reason.
 * Equals stand in the order of how near their size is, then of their slugs, so that the list does not jump.
 */
export const alike = (to: Member, members: readonly Member[], most: number): Alike[] =>
  members
    .filter((member) => member.id !== to.id)
    .map((member) => judge(to, member))
    .filter(({ reasons }) => reasons.length >= 2 || reasons.some(({ kind }) => kind === 'concepts'))
    .sort(
      (one, other) =>
        other.weight - one.weight || one.times - other.times || (one.member.slug < other.member.slug ? -1 : 1),
    )
    .slice(0, most)
    .map(({ member, reasons }) => ({ member, reasons }))
