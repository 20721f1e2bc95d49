// The noun: a municipality or region of the register, what it is called, and how large it is.
import type { Lang } from '#kernel/locale.ts'

const membershipStates = ['none', 'member', 'demonstration', 'suspended', 'left'] as const
/** `demonstration`: belongs to the invented network only; no public page says so. */
export type MembershipState = (typeof membershipStates)[number]

export type NamesByLanguage = Readonly<Partial<Record<Lang, string>>>

export interface Forum {
  readonly id: number
  readonly slug: string
  readonly names: NamesByLanguage
  readonly country: string
}

/** What lists and comparisons need of a member. */
export interface Member {
  readonly id: number
  readonly slug: string
  /** The organisation's own name, in English for the demonstration. */
  readonly name: string
  readonly names: NamesByLanguage
  readonly localName: string
  readonly kind: 'municipality' | 'association' | 'region' | 'office' | 'partner' | 'guest'
  readonly country: string
  readonly population: number | null
  readonly populationYear: number | null
  readonly latitude: number | null
  readonly longitude: number | null
  /** ISO 639-1 codes of its official languages. */
  readonly languages: readonly string[]
  readonly forumIds: readonly number[]
  /** What its published contributions within the viewer's reach are about. */
  readonly concepts: readonly string[]
}

/** All that its page shows. */
export interface MemberInFull extends Member {
  readonly active: boolean
  readonly state: MembershipState
  readonly populationSource: string
  readonly registerSource: string | null
  readonly website: string | null
  readonly memberSince: string | null
}

interface Named {
  readonly name: string
  readonly names: NamesByLanguage
}

/** In the reader's language, else as the organisation calls itself. */
export const memberName = (member: Named, lang: Lang): string => member.names[lang] ?? member.name

/** Forums have names in the languages somebody wrote; English, then any, where the reader's is missing. */
export const forumName = (forum: Pick<Forum, 'names' | 'slug'>, lang: Lang): string =>
  forum.names[lang] ?? forum.names.en ?? Object.values(forum.names)[0] ?? forum.slug

/** Lower ends of the classes; the fee scale has its own brackets, these are for finding one's like. */
export const sizeClasses = [
  { key: 'below-50000', from: 0 },
  { key: 'from-50000', from: 50_000 },
  { key: 'from-100000', from: 100_000 },
  { key: 'from-250000', from: 250_000 },
  { key: 'from-500000', from: 500_000 },
] as const
export type SizeClass = (typeof sizeClasses)[number]['key']

/** Undefined where no number of inhabitants is known. */
export const sizeClassOf = (population: number | null): SizeClass | undefined =>
  population === null ? undefined : sizeClasses.findLast(({ from }) => population >= from)?.key
