// The register narrowed and counted: pure, over members that stand in order already.
import { slugOf } from '#kernel/address.ts'
import { compareIn, type Lang } from '#kernel/locale.ts'
import type { PageOf } from '#kernel/page.ts'
import { type Member, memberName, type SizeClass, sizeClassOf } from './member.ts'

export interface Wishes {
  /** Part of the name in any language. */
  readonly q: string
  readonly country: readonly string[]
  /** Slugs of forums, as in the address. */
  readonly forum: readonly string[]
  readonly size: readonly SizeClass[]
  /** Slugs of concepts: the fields of action. */
  readonly field: readonly string[]
}

export interface Listed extends Member {
  readonly forums: readonly string[]
  /** Top concepts of what it works on. */
  readonly fields: readonly string[]
  /** All its names as they are looked for, one a line. */
  readonly called: string
}

const simple = (text: string): string => slugOf(text).replaceAll('-', ' ')

/** Without accents and capitals, so that each spelling finds it. */
export const calledOf = ({ name, localName, names }: Pick<Member, 'name' | 'localName' | 'names'>): string =>
  [...new Set([name, localName, ...Object.values(names)].map(simple))].join('\n')

/** In the order of their names in the reader's language. */
export function inOrder<One extends Pick<Member, 'name' | 'names' | 'id'>>(members: readonly One[], lang: Lang): One[] {
  const compare = compareIn(lang)
  return members
    .map((member) => ({ member, name: memberName(member, lang) }))
    .sort((one, other) => compare(one.name, other.name) || one.member.id - other.member.id)
    .map(({ member }) => member)
}

const facets = ['country', 'forum', 'size', 'field'] as const
export type Facet = (typeof facets)[number]

const valuesOf: Record<Facet, (member: Listed) => readonly string[]> = {
  country: (member) => [member.country],
  forum: (member) => member.forums,
  size: (member) => [sizeClassOf(member.population)].filter((size) => size !== undefined),
  field: (member) => member.fields,
}

/** The facets whose choice this member misses. */
const missedBy = (member: Listed, wishes: Wishes): Facet[] =>
  facets.filter((facet) => {
    const wanted: readonly string[] = wishes[facet]
    return wanted.length > 0 && !valuesOf[facet](member).some((value) => wanted.includes(value))
  })

export type Counts = Readonly<Record<Facet, ReadonlyMap<string, number>>>

export interface Narrowed {
  /** Those that fit all wishes, in the order they came in. */
  readonly found: Listed[]
  /** How many members each filter would leave; each facet ignores its own choice. */
  readonly counts: Counts
}

/** In one round: who fits counts everywhere, who misses one choice only counts for that facet. */
export function narrow(members: readonly Listed[], wishes: Wishes): Narrowed {
  const words = simple(wishes.q)
  const found: Listed[] = []
  const counts = { country: new Map(), forum: new Map(), size: new Map(), field: new Map<string, number>() }
  const count = (facet: Facet, member: Listed): void => {
    const of: Map<string, number> = counts[facet]
    for (const value of valuesOf[facet](member)) of.set(value, (of.get(value) ?? 0) + 1)
  }
  for (const member of members) {
    if (!member.called.includes(words)) continue
    const [missed, ...more] = missedBy(member, wishes)
    if (missed === undefined) {
      found.push(member)
      for (const facet of facets) count(facet, member)
    } else if (more.length === 0) count(missed, member)
  }
  return { found, counts }
}

const membersPerPage = 45

export const pageOf = (members: readonly Listed[], number: number): PageOf<Listed> => ({
  items: members.slice((number - 1) * membersPerPage, number * membersPerPage),
  number,
  size: membersPerPage,
  total: members.length,
})
