// A fact as listeners get it: what happened, to what, by whom. It is written by trunk/facts.ts in the transaction itself.

export interface Fact {
  readonly id: number
  /** `noun.past-participle`, for example `practice.published`. */
  readonly name: string
  readonly actorId: number | null
  readonly organisationId: number | null
  readonly contributionId: number | null
  readonly audienceId: number | null
  readonly at: Date
  readonly data: Readonly<Record<string, unknown>>
}
