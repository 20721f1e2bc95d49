// Row types of the feature's own tables.
import type { ColumnType, Generated } from 'kysely'

export type BookmarkTables = {
  bookmark_folder: {
    id: Generated<number>
    owner_id: number
    name: string
    audience_id: number | null
    created_at: ColumnType<Date, Date | undefined, never>
  }
  bookmark: {
    folder_id: number
    contribution_id: number
    added_by: number
    added_at: ColumnType<Date, Date | undefined, never>
    note: Generated<string>
  }
}
