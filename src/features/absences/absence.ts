// The noun: somebody is away until a day, and somebody else may be asked instead.

/** Days are `YYYY-MM-DD`, both included. */
export interface OwnAbsence {
  readonly since: string
  readonly until: string
  readonly substituteId: number | null
}

/** As others see it, while it lasts. */
export interface Absence {
  readonly personId: number
  readonly name: string
  readonly until: string
  /** Null: nobody was named, or whoever was has left. */
  readonly substitute: { readonly name: string; readonly slug: string } | null
}

export const longestDays = 400
