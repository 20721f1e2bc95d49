// The noun: what a city tells of a practice that it took over, and where it has it from.
import type { Contribution } from '#trunk/contributions.ts'

/** Tried and stopped is a result like any other: it spares the next city the same way. */
export const stages = ['planned', 'running', 'stopped'] as const
export type Stage = (typeof stages)[number]

export interface Course {
  readonly stage: Stage
  readonly sinceYear: number | null
  /** 1 to 12; null where only the year is known. */
  readonly sinceMonth: number | null
}

export interface AdoptionTexts extends Course {
  /** Markdown, like all texts here. */
  readonly adapted: string
  readonly result: string
  /** Asked for when it was stopped; kept when it runs again. */
  readonly stoppedBecause: string
  /** A person of the adopting city, or words that lead to one. */
  readonly contactId: number | null
  readonly contact: string
}

/** The practice as far as the viewer may know it. Out of reach, it has no number and no title here. */
export type Origin =
  | {
      readonly known: 'shown'
      readonly id: number
      readonly title: string
      readonly lang: string
      readonly organisationName: string
    }
  | { readonly known: 'withdrawn' | 'hidden' }

export interface Parent {
  readonly id: number
  readonly title: string
  readonly organisationName: string
}

export interface Adoption extends Contribution, AdoptionTexts {
  readonly contactName: string | null
  readonly contactSlug: string | null
  readonly origin: Origin
  /** The adoption it was taken from; undefined where there is none within reach. */
  readonly parent: Parent | undefined
}
