// Who looks, at what, and what the audience's definition (trust.md) promises them: written by hand, from no code of the app.
import type { AudienceKind } from '#kernel/audience.ts'
import type { ContributionState } from '#trunk/tables.ts'

export const roles = [
  'visitor',
  'author',
  'colleague',
  'coordinator',
  'same forum',
  'other forum',
  'named',
  'forum office',
  'network office',
  'partner',
  'former',
] as const
export type RoleName = (typeof roles)[number]

/** Each in a sentence; the author is Jonte of Kaiserslautern. */
export const roleWords: Readonly<Record<RoleName, string>> = {
  visitor: 'nobody signed in',
  author: 'Jonte of Kaiserslautern, who wrote it',
  colleague: 'Karla of Kaiserslautern',
  coordinator: 'Konrad, coordinator of Kaiserslautern',
  'same forum': 'Hanno of another city of the German forum',
  'other forum': 'Assia, coordinator of Lyon',
  named: 'Beatriz of Porto, named as a person and in the room',
  'forum office': 'Carsten of the German forum’s office',
  'network office': 'Irena of the network’s office',
  partner: 'Petra of a partner that is no active member',
  former: 'Frieda, who left Kaiserslautern and still has her cookie',
}

const reach: Readonly<Record<RoleName, readonly AudienceKind[]>> = {
  visitor: ['public'],
  author: ['public', 'network', 'forum', 'room', 'organisation', 'persons'],
  colleague: ['public', 'network', 'forum', 'organisation'],
  coordinator: ['public', 'network', 'forum', 'organisation'],
  'same forum': ['public', 'network', 'forum'],
  'other forum': ['public', 'network'],
  named: ['public', 'network', 'room', 'persons'],
  'forum office': ['public', 'network', 'forum'],
  'network office': ['public', 'network'],
  partner: ['public'],
  former: ['public'],
}

export interface Thing {
  readonly name: string
  readonly audience: AudienceKind
  readonly state: ContributionState
}
export const things: readonly Thing[] = [
  { name: 'public', audience: 'public', state: 'published' },
  { name: 'network', audience: 'network', state: 'published' },
  { name: 'forum', audience: 'forum', state: 'published' },
  { name: 'room', audience: 'room', state: 'published' },
  { name: 'organisation', audience: 'organisation', state: 'published' },
  { name: 'persons', audience: 'persons', state: 'published' },
  { name: 'draft', audience: 'network', state: 'draft' },
  { name: 'draft for persons', audience: 'persons', state: 'draft' },
  { name: 'withdrawn', audience: 'network', state: 'withdrawn' },
]

export const isSignedInRole = (role: RoleName): boolean => role !== 'visitor' && role !== 'former'

/** Its author while in that city; the city's coordinator unless it is for named persons, or a room they are not in. */
export const changes = (role: RoleName, { audience }: Pick<Thing, 'audience'>): boolean =>
  role === 'author' || (role === 'coordinator' && audience !== 'persons' && reach.coordinator.includes(audience))

export const sees = (role: RoleName, thing: Thing): boolean =>
  thing.state === 'published' && reach[role].includes(thing.audience) ? true : changes(role, thing)

/** Somebody who could see it is told that it is gone. */
export const isToldGone = (role: RoleName, thing: Thing): boolean =>
  thing.state === 'withdrawn' && reach[role].includes(thing.audience) && !changes(role, thing)
