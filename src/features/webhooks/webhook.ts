// The noun: an address of an office's own systems that is told what happens, what it may hear of, and when it is tried again.

/** What an office can choose from, as facts are named. */
export const offeredFacts = [
  'practice.published',
  'practice.changed',
  'adoption.published',
  'question.asked',
  'question.answered',
  'reply.given',
  'poll.asked',
  'poll.closed',
  'visit.published',
  'announcement.published',
] as const
export type OfferedFact = (typeof offeredFacts)[number]

export type StoppedBecause = 'failing' | 'gone' | 'office'

export interface Webhook {
  readonly id: number
  /** The office whose it is; null: of the whole network. */
  readonly forumId: number | null
  readonly address: string
  readonly facts: readonly OfferedFact[]
  readonly createdAt: Date
  readonly createdBy: string | null
  readonly stoppedAt: Date | null
  readonly stoppedBecause: StoppedBecause | null
  readonly failingSince: Date | null
  /** Until then the secret before this one signs, too. */
  readonly oldUntil: Date | null
}

export const deliveryStates = ['waiting', 'delivered', 'given-up', 'out-of-reach'] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** One message in the log, with what came of the last try. */
export interface Delivery {
  readonly id: string
  readonly fact: OfferedFact
  readonly madeAt: Date
  readonly state: DeliveryState
  readonly tries: number
  readonly status: number | null
  readonly why: string | null
  readonly milliseconds: number | null
  readonly answer: string | null
}

/** As the specification advises, growing; some 31 hours in all. Minutes after each try. */
export const pauses = [1, 5, 30, 120, 300, 600, 840] as const
/** After so many days without one that went well it is stopped, and the office told. */
export const daysOfFailure = 5
/** An old secret goes on signing beside the new one for so many hours. */
export const overlapHours = 24
export const mostWebhooks = 10
/** For so many days the log is kept. */
export const logDays = 30
