// The noun: what an announcement has beside what every contribution has.
import type { Contribution } from '#trunk/contributions.ts'

export const topics = ['offer', 'news'] as const
/** `offer`: something for members, such as a training or a discount; `news`: what happened. */
export type Topic = (typeof topics)[number]

export interface Announcement extends Contribution {
  readonly topic: Topic
  /** The last day of an offer, YYYY-MM-DD; null: until it is withdrawn. */
  readonly endsOn: string | null
  /** Markdown. */
  readonly text: string
}
