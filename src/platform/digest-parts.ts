// What features hand to the digest, a mail written like a short newspaper: the things themselves, as its reader sees them now.
import type { AudienceKind } from '#kernel/audience.ts'
import type { Translate } from '#kernel/locale.ts'
import type { Viewer } from '#kernel/viewer.ts'
import type { Db } from './db/database.ts'
import type { ContributionKind, Feature } from './feature.ts'

/** In the order of the digest: what one was asked, what is new, what one's city should decide, what ends soon. */
export const digestSections = ['asked', 'news', 'decide', 'ends'] as const
export type DigestSection = (typeof digestSections)[number]
/** About what somebody wishes to hear, each in a rhythm of its own; of searches each search. */
export const digestAreas = ['asked', 'city', 'watched', 'rooms', 'searches'] as const
export type DigestArea = (typeof digestAreas)[number]

/** Somebody who reads: on a page, or at home in a mail that a job writes. `db` is entered as they. */
export interface Reading {
  readonly var: {
    readonly viewer: Viewer
    readonly db: Db
    readonly t: Translate
    readonly now: Date
    readonly kinds: ReadonlyMap<string, ContributionKind>
    readonly features: readonly Feature[]
  }
}

interface Told {
  readonly section: DigestSection
  /** Why it stands there, or until when, in the reader's words. */
  readonly note?: string
}

/** Title, city, label and way to it are looked up by whoever writes the digest, and whether it may be told at all. */
export interface ToldContribution extends Told {
  readonly contributionId: number
  /** Of what happened last about it: with another it is new once more. */
  readonly newest?: number
}

/** What is no contribution: so many applications, a meeting of a room. */
export interface ToldOther extends Told {
  /** Names it and the state it is in: the same again is nothing new. */
  readonly key: string
  /** So many of them: more than were told last are news, fewer are none. */
  readonly count?: number
  readonly title: string
  /** No mail may name it, as in a room under the Chatham House Rule: it is counted. */
  readonly namedNowhere?: boolean
  /** Left out for our own words. */
  readonly audienceKind?: AudienceKind
  /** Where it belongs: the room. */
  readonly of?: string
  readonly href: string
}

export type DigestThing = ToldContribution | ToldOther

/** How often something is gathered. */
export type Gathered = 'daily' | 'weekly'

/** Of a part whose things have each a rhythm of their own, and which notes itself what was told. */
export interface OwnRhythms {
  /** As the system, or as the person themselves: in which rhythms these persons wish for any of it. */
  readonly chosen: (db: Db, personIds: readonly number[]) => Promise<ReadonlyMap<number, readonly Gathered[]>>
  /** In the transaction that sends, before anything is listed: nothing of it is told to them elsewhere until that ends. */
  readonly hold: (transaction: Db, personId: number) => Promise<void>
  /** In the same transaction: the digest tells of these things. */
  readonly markTold: (transaction: Db, personId: number, of: readonly number[], until: Date) => Promise<void>
  /** As the person: none of it in digests any more. */
  readonly end: (db: Db) => Promise<void>
}

export interface DigestPart {
  readonly name: string
  readonly area: DigestArea
  /** Smaller comes first within a section. */
  readonly position: number
  /** Left out: everything comes in the rhythm of the area. */
  readonly own?: OwnRhythms
  /** `gathered`: of which rhythms this digest tells. */
  readonly list: (c: Reading, gathered: readonly Gathered[]) => Promise<readonly DigestThing[]>
}

const soon = 7 * 86_400_000
/** Until when something ends, to stand among what ends soon. */
export const soonUntil = (now: Date): Date => new Date(now.getTime() + soon)
export const endsSoon = (moment: Date, now: Date): boolean => moment <= soonUntil(now)
