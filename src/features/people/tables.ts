// Row types of the feature's own tables.
import type { ColumnType, Generated } from 'kysely'
import type { EntryField } from './profile.ts'

export type PeopleTables = {
  profile_entry: {
    id: Generated<number>
    person_id: number
    field: EntryField
    position: number
    value: string
    lang: string | null
    /** Follows the consent: said by nobody who writes a row. */
    audience_id: ColumnType<number | null, never, never>
  }
  profile_consent: {
    person_id: number
    field: Exclude<EntryField, 'function-en' | 'ask-concept'>
    audience_id: number | null
    /** The database's own day. */
    since: ColumnType<string | null, never, never>
  }
}
