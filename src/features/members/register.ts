// The register narrowed, counted and put in order: pure, so that sorting follows the reader's language and not the database's.
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
}

const simple = (text: string): string => slugOf(text).replaceAll('-', ' ')

const isCalled = (member: Member, words: string): boolean =>
  [member.name, member.localName, ...Object.values(member.names)].some((name) => simple(name).includes(words))

const facets = ['country', 'forum', 'size', 'field'] as const
export type Facet = (typeof facets)[number]

const valuesOf: Record<Facet, (member: Listed) => readonly string[]> = {
  country: (member) => [member.country],
  forum: (member) => member.forums,
  size: (member) => [sizeClassOf(member.population)].filter((size) => size !== undefined),
  field: (member) => member.fields,
}

const fits = (member: Listed, wishes: Wishes, but?: Facet): boolean =>
  facets.every((facet) => {
    const wanted: readonly string[] = wishes[facet]
    return facet === but || wanted.length === 0 || valuesOf[facet](member).some((value) => wanted.includes(value))
  })

/** The members that fit all wishes, in the order of their names in the reader's language. */
export function narrow(members: readonly Listed[], wishes: Wishes, lang: Lang): Listed[] {
  const words = simple(wishes.q)
  const compare = compareIn(lang)
  return members
    .filter((member) => isCalled(member, words) && fits(member, wishes))
    .sort((one, other) => compare(memberName(one, lang), memberName(other, lang)))
}

export type Counts = Readonly<Record<Facet, ReadonlyMap<string, number>>>

/** How many members each filter would leave; each facet ignores its own choice. */
export function countFacets(members: readonly Listed[], wishes: Wishes): Counts {
  const words = simple(wishes.q)
  const called = members.filter((member) => isCalled(member, words))
  const countOf = (facet: Facet): Map<string, number> => {
    const counts = new Map<string, number>()
    for (const member of called.filter((one) => fits(one, wishes, facet)))
      for (const value of new Set(valuesOf[facet](member))) counts.set(value, (counts.get(value) ?? 0) + 1)
    return counts
  }
  return { country: countOf('country'), forum: countOf('forum'), size: countOf('size'), field: countOf('field') }
}

const membersPerPage = 45

export const pageOf = (members: readonly Listed[], number: number): PageOf<Listed> => ({
  items: members.slice((number - 1) * membersPerPage, number * membersPerPage),
  number,
  size: membersPerPage,
  total: members.length,
})
