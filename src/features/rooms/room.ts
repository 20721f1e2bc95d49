// The nouns: a room as somebody sees it, who is in it, who is on the way in; a thread.
import type { Contribution } from '#trunk/contributions.ts'
import type { RoomEntry } from '#trunk/tables.ts'

/** From wide to narrow: a room is made narrower, never wider. */
export const entries = ['open', 'request', 'invitation'] as const satisfies readonly RoomEntry[]

export interface NamedMember {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly organisationName: string
}

export interface Room {
  /** That of its audience. */
  readonly id: number
  readonly name: string
  readonly aim: string
  readonly lang: string
  readonly concepts: readonly string[]
  readonly entry: RoomEntry
  /** An audience: to whom the room is known. */
  readonly listedFor: number
  /** The forum's name; null for the network, and for a forum that the viewer does not reach. */
  readonly listedName: string | null
  readonly chatham: boolean
  readonly archivedAt: Date | null
  readonly revision: number
  readonly demonstration: boolean
  readonly hosts: readonly NamedMember[]
  /** About the viewer. */
  readonly inside: boolean
  readonly hosting: boolean
  readonly invited: boolean
  readonly asked: 'waiting' | 'declined' | null
}

export interface RoomMember extends NamedMember {
  readonly organisationSlug: string
  readonly country: string
  readonly host: boolean
  /** Of a guest: when it ends. */
  readonly until: Date | null
}

export interface Request {
  readonly personId: number
  readonly name: string
  readonly slug: string
  readonly organisationName: string
  readonly text: string
  readonly at: Date
}

export interface Invitation {
  readonly id: number
  /** A name, or the address as the host wrote it. */
  readonly who: string
  readonly until: Date | null
  readonly expiresAt: Date
}

export interface Thread extends Contribution {
  /** Markdown. */
  readonly text: string
}

export const invitationDays = 30
/** Guests are asked again once a year, if not before. */
export const mostGuestDays = 366
