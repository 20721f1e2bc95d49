// Row types of the feature's own table.
import type { ColumnType } from 'kysely'

export type CalendarTables = {
  calendar_address: {
    person_id: number
    /** Readable by the system only. */
    token_hash: string
    created_at: Date
    used_at: ColumnType<Date | null, never, Date | null>
  }
}
