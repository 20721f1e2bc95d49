// What features hand over for the question whom to ask: who has done something about a topic, and how that is said.
import type { Db } from './db/database.ts'

/** One thing that somebody did, or says that they know. */
export interface Experience {
  readonly organisationId: number
  /** Whose it is, and who can be asked; undefined: the city's alone. */
  readonly personId: number | undefined
  /** What shows it, with its audience; undefined for what somebody says of themselves to the whole network. */
  readonly contribution: { readonly id: number; readonly audienceId: number } | undefined
  /** Slugs. */
  readonly concepts: readonly string[]
}

export interface ExperienceSource {
  /** Stands with whoever was asked as the reason: never changes. */
  readonly name: string
  /** Message keys that know `count`: "You ran two practices on this", "Your city has two practices on this". */
  readonly own: string
  /** Left out where it speaks for that person alone. */
  readonly city?: string
  /** How telling one of them is: from 1, what somebody says of themselves, to 3, what was done and written down. */
  readonly weight: number
  /** As the system, what is published and has one of these concepts; whom it may be told to is judged by whoever asks. */
  readonly list: (system: Db, concepts: readonly string[]) => Promise<readonly Experience[]>
}
