// The noun: a visit that a city offers or requests, and the wishes of others about it.
import { plainText } from '#platform/text/markdown.ts'
import type { Contribution } from '#trunk/contributions.ts'

export const directions = ['offer', 'request'] as const
export type Direction = (typeof directions)[number]
export type WishState = 'open' | 'agreed' | 'ended'
export type Act = 'asked' | 'proposed' | 'agreed' | 'ended'

/** YYYY-MM-DD each. */
export interface Days {
  readonly firstDay: string
  readonly lastDay: string
}

export interface StudyVisit extends Contribution {
  readonly direction: Direction
  /** Markdown. */
  readonly text: string
  readonly place: string
  /** YYYY-MM-DD; null: open. */
  readonly firstDay: string | null
  readonly lastDay: string | null
  readonly people: number
  readonly languages: readonly string[]
  /** Takes no further wishes. */
  readonly ended: boolean
}

export interface Step extends Days {
  readonly act: Act
  readonly by: string | null
  readonly organisationName: string
  readonly text: string
  readonly at: Date
}

export interface Wish extends Days {
  readonly id: number
  readonly organisationId: number
  readonly organisationName: string
  readonly organisationSlug: string
  readonly country: string
  readonly personName: string | null
  readonly personSlug: string | null
  readonly people: number
  readonly state: WishState
  /** The organisation whose proposal these days are. */
  readonly daysBy: number
  /** The organisation for which the viewer acts in it; null: reads only. */
  readonly side: number | null
  readonly steps: readonly Step[]
}

/** What two cities agreed, and what was said on the way; both keep it, whatever becomes of the visit. */
export interface Agreement extends Days {
  readonly id: number
  /** The city that shared the visit, and the one that wished. */
  readonly cities: readonly [string, string]
  /** The visit itself, as long as it reaches the viewer. */
  readonly visitId: number | null
  readonly visitTitle: string | null
  readonly place: string
  readonly people: number
  /** `open`: other days have been proposed since. */
  readonly state: WishState
  readonly steps: readonly Step[]
}

const mostOfSummary = 280
export const summaryOf = (text: string): string => plainText(text, mostOfSummary)

/** It is the viewer's turn: the other one proposed the days. */
export const mayAgree = ({ state, side, daysBy }: Pick<Wish, 'state' | 'side' | 'daysBy'>): boolean =>
  state === 'open' && side !== null && side !== daysBy
/** Either side names other days, or ends it, as long as it has not ended. */
export const mayAct = ({ state, side }: Pick<Wish, 'state' | 'side'>): boolean => state !== 'ended' && side !== null

export interface VisitLine {
  readonly id: number
  readonly title: string
  readonly lang: string
  readonly direction: Direction
  readonly place: string
  readonly firstDay: string | null
  readonly lastDay: string | null
  readonly people: number
  readonly languages: readonly string[]
  readonly concepts: readonly string[]
  readonly organisationName: string
  readonly organisationSlug: string
  readonly country: string
}
