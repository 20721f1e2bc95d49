// Who is looking: a visitor, or a person of an organisation with the audiences that reach them.
import type { Lang } from './locale.ts'

export type Role = 'colleague' | 'coordinator' | 'office'

/** A signed-in person, as one request knows them. Roles are duties, not ranks: nothing shown to others depends on them. */
export interface Person {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly role: Role
  readonly organisationId: number
  readonly organisationName: string
  readonly organisationSlug: string
  /** The organisation is an active member of the network; only then is `network` among the audiences. */
  readonly active: boolean
  /** The forum whose office this person works in; null for the office of the whole network and for everybody else. */
  readonly forumId: number | null
  readonly lang: Lang
  readonly sessionId: number | null
}

export interface Viewer {
  /** Undefined for a visitor. */
  readonly person: Person | undefined
  /** Ids of the audiences that reach this viewer; 1 is `public`. */
  readonly audiences: readonly number[]
}

/** What a person who is signed in may hand to an action. */
export type SignedIn = Viewer & { readonly person: Person }

export const visitor: Viewer = { person: undefined, audiences: [1] }
export const isSignedIn = (viewer: Viewer): viewer is SignedIn => viewer.person !== undefined

/** The person speaks for this organisation: any colleague of it. */
export const belongsTo = (viewer: Viewer, organisationId: number): boolean =>
  viewer.person?.organisationId === organisationId
/** The person steers this organisation's presence. */
export const coordinates = (viewer: Viewer, organisationId: number): boolean =>
  belongsTo(viewer, organisationId) && viewer.person?.role === 'coordinator'
