// Row types of the feature's own tables.
import type { ColumnType, Generated } from 'kysely'
import type { Rhythm, SavedFilters } from './saved-search.ts'

type Made = ColumnType<Date, Date | undefined, Date>

export type SavedTables = {
  saved_search: {
    id: Generated<number>
    person_id: number
    name: string
    text: string
    lang: string
    filters: ColumnType<SavedFilters, string, never>
    keys: number[]
    rhythm: Generated<Rhythm>
    created_at: Made
    looked_at: Made
    alerts_from: Made
  }
  saved_match: {
    saved_search_id: number
    contribution_id: number
    matched_at: Made
    told_at: ColumnType<Date | null, Date | undefined, Date>
  }
  saved_alert: {
    id: Generated<number>
    person_id: number
    contribution_id: number
    raised_at: Made
    sent_at: ColumnType<Date | null, never, Date>
  }
}
