// The nouns: what somebody watches, and what there is to tell them.
import type { Area } from './rhythm.ts'

export const subscriptionKinds = ['concept', 'organisation', 'audience', 'kind'] as const
export type SubscriptionKind = (typeof subscriptionKinds)[number]

export interface Subscription {
  readonly kind: SubscriptionKind
  /** A concept by its slug, an organisation and an audience by their number, a kind by its name. */
  readonly ref: string
}

/**
 * Why a notice came: by what one watches, or for what one is to the thing: its author, called, asked, whoever follows it,
 * whoever answers for the city. `ref` only where something is watched.
 */
export interface Reason {
  readonly by: SubscriptionKind | 'thing' | 'own' | 'called' | 'asked' | 'city'
  readonly ref?: string
}

/** More than anybody looks after. */
export const mostSubscriptions = 200

/** What happened. `new`: published, or come within reach. */
export const happenings = [
  'new',
  'reply',
  'question',
  'message',
  'adopted',
  'gathered',
  'decided',
  'visit',
  'poll',
  'reminder',
  'confirm',
  'meeting',
  'meeting-moved',
  'meeting-off',
  'meeting-on',
] as const
export type Happening = (typeof happenings)[number]

/** What a person is to be told, by whichever feature knows of it. */
export interface News {
  readonly personId: number
  readonly contributionId: number
  readonly replyId?: number
  readonly factId: number
  /** The fact that is heard once more where it is quiet now, if it is another. */
  readonly heard?: number
  readonly area: Area
  readonly what: Happening
  readonly why: readonly Reason[]
}

export interface Notice {
  readonly id: number
  readonly replyId: number | null
  readonly what: Happening
  readonly area: Area
  readonly why: readonly Reason[]
  readonly createdAt: Date
  readonly readAt: Date | null
}

/** A thing and what there is to tell about it, the newest first. */
export interface NoticedThing {
  readonly contributionId: number
  readonly kind: string
  readonly title: string
  readonly lang: string
  /** The city; under the Chatham House Rule the room. */
  readonly from: string
  readonly unread: number
  readonly notices: readonly Notice[]
}
