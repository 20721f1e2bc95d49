// The noun: what somebody wants the thesaurus to have, and what was decided about it.
import type { Addition } from '#thesaurus/additions.ts'
import type { Contribution } from '#trunk/contributions.ts'

export interface Wish {
  /** A further label of a concept, or a new concept below it. */
  readonly adds: 'label' | 'concept'
  /** Slug; of what gets the label, or of what the new concept stands below. */
  readonly concept: string
  readonly label: string
  /** Of the label. */
  readonly lang: string
  /** Of a new concept: its label in English, where it is known; what it means. */
  readonly english: string
  readonly meaning: string
  readonly reason: string
}

export interface Decision {
  readonly accepted: boolean
  /** Why it was declined; empty for what was accepted. */
  readonly reason: string
  /** Language of the reason. */
  readonly writtenIn: string
  readonly officeName: string
  readonly at: Date
  /** What the thesaurus got; null for what was declined. */
  readonly addition: Addition | null
}

export interface Proposal extends Contribution, Wish {
  /** Language of meaning and reason. */
  readonly writtenIn: string
  /** Undefined while it waits. */
  readonly decision: Decision | undefined
}

export const stages = ['open', 'accepted', 'declined'] as const
export type Stage = (typeof stages)[number]

export const stageOf = (decision: Pick<Decision, 'accepted'> | undefined | null): Stage =>
  decision ? (decision.accepted ? 'accepted' : 'declined') : 'open'
