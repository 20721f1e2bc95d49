// What the database keeps about persons, column by column, and for how long what is kept: declared by features as data.
// From it come the file that somebody takes along, their erasure, the daily forgetting, and the pages that say so.
import type { Db } from './db/database.ts'

/** A column that names a person, or holds somebody's e-mail address. */
export interface PersonalColumn {
  /** `address`: the rows are somebody's by their e-mail address. Default: the column points to the person. */
  readonly by?: 'address'
  /**
   * `delete`: the rows go. `empty`: the column is set to null. `keep`: the row stays and names whoever it was as a former
   * colleague. Or the names of columns in the same row that become empty texts.
   */
  readonly erasure: 'delete' | 'empty' | 'keep' | readonly string[]
  /** Which rows go; the others are left. */
  readonly where?: 'unless-shared'
  /**
   * Rows that are theirs though the column does not say so, or not to them: a function of the database (`app.` stands before it)
   * that gives their ids.
   */
  readonly also?: string
  /** Each row is a file that they brought, with `name`, `size` and `stored_as`: its bytes are theirs to take along. */
  readonly isFile?: true
  /** The part of somebody's own file in which the rows stand; left out where they may not read them either. */
  readonly part?: PersonalPart
}

export const personalParts = [
  'account',
  'profile',
  'contributions',
  'replies',
  'polls',
  'rooms',
  'gains',
  'files',
  'watching',
  'asked',
  'bookmarks',
  'searches',
  'circles',
  'invitations',
  'reports',
  'imports',
  'history',
] as const
export type PersonalPart = (typeof personalParts)[number]

/** `table.column` → what it is. */
export type PersonalColumns = Readonly<Record<string, PersonalColumn>>

/** Something that is kept for a time and then forgotten; its texts are `privacy.kept-<name>`, `…-time`, `…-why`. */
export interface Retention {
  readonly name: string
  /** After so many days it is forgotten; left out where something else ends it. */
  readonly days?: number
  /** Forgets what is older than this moment; asked once a day. Runs as the system. */
  readonly forget?: (system: Db, before: Date) => Promise<unknown>
}
