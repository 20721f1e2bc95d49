// Row types of the feature's own tables.
import type { ColumnType, Generated } from 'kysely'

export type PrivacyTables = {
  erasure: {
    person_id: number
    asked_at: Generated<Date>
    token_hash: ColumnType<string | null, never, string>
    confirmed_at: ColumnType<Date | null, never, never>
    due_at: ColumnType<Date | null, never, never>
  }
}
