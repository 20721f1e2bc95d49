// One thing wrong with one row of a file.

export interface Problem {
  readonly row: number
  /** Name of the column. */
  readonly column: string
  /** Message key. */
  readonly message: string
  readonly values?: Readonly<Record<string, string | number>>
}
