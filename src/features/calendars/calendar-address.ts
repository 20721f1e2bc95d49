// The noun: the address at which a program fetches somebody's dates; the address itself is known to its owner alone.

export interface CalendarAddress {
  readonly createdAt: Date
  /** Null: nobody has fetched it yet. */
  readonly usedAt: Date | null
}

/** What was is told for so long: also so that programs take away what was cancelled. */
export const daysShownAfterwards = 60
