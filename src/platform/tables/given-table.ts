// A table that somebody brings: what is read of it, and why it may not be.

export interface GivenTable {
  /** Row 1 of the sheet is the first; rows may differ in length. */
  readonly rows: readonly (readonly string[])[]
  /** Set where the letters had to be guessed: the file was not UTF-8. */
  readonly guessed?: 'windows-1250' | 'windows-1252'
}

export interface TableLimits {
  readonly rows: number
  readonly columns: number
}

export type TableRefusal =
  | 'empty-file'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'no-table'
  | 'old-excel'
  | 'broken-quotes'
  | 'broken-file'
