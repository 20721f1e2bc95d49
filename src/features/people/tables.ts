// Row types of the feature's own tables.
import type { Generated } from 'kysely'
import type { EntryField } from './profile.ts'

export type PeopleTables = {
  profile_entry: {
    id: Generated<number>
    person_id: number
    field: EntryField
    position: number
    value: string
    lang: string | null
    audience_id: number | null
  }
}
