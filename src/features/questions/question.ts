// The noun: what a question has beside what every contribution has.
import type { Contribution } from '#trunk/contributions.ts'

export interface HelpfulReply {
  readonly id: number
  readonly lang: string
  /** Markdown. */
  readonly text: string
  /** Null where the viewer may not know persons (visitors). */
  readonly authorName: string | null
  readonly organisationName: string
}

export interface Question extends Contribution {
  /** Markdown. */
  readonly text: string
  /** Null: open. */
  readonly answeredAt: Date | null
  /** The reply that helped, as long as it is not taken back; a question may be answered without one. */
  readonly helpful: HelpfulReply | undefined
}

export const questionStates = ['open', 'answered'] as const
export type QuestionState = (typeof questionStates)[number]

export const stateOf = ({ answeredAt }: Pick<Question, 'answeredAt'>): QuestionState =>
  answeredAt === null ? 'open' : 'answered'
