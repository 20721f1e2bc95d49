// One import: a file that was checked, and what became of it.
import type { GoodRow } from './check-rows.ts'
import type { Problem } from './problem.ts'
import type { Given } from './read-file.ts'

export interface Report {
  /** As the person calls it. */
  readonly file: string
  readonly total: number
  readonly faulty: number
  /** The first ones, by row. */
  readonly problems: readonly Problem[]
  /** How many there are in all. */
  readonly found: number
  readonly guessed?: NonNullable<Given['guessed']>
}

export interface Draft {
  readonly id: number
  readonly title: string
  readonly lang: string
}

export interface Outcome {
  readonly drafts: readonly Draft[]
  /** Rows whose title the city had by then. */
  readonly left: number
}

export interface Run {
  readonly id: number
  readonly report: Report
  readonly good: readonly GoodRow[]
  readonly doneAt: Date | null
  readonly outcome: Outcome | null
}
