// Row types of the feature's own tables.
import type { ColumnType, Generated } from 'kysely'

export type MessageTables = {
  message: { contribution_id: number; to_id: number }
  message_block: {
    id: Generated<number>
    person_id: number
    blocked_id: number | null
    at: ColumnType<Date, never, never>
  }
  message_done: { contribution_id: number; person_id: number; at: ColumnType<Date, never, never> }
}
