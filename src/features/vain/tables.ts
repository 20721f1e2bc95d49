// Row type of the feature's own table.
import type { ColumnType, Generated } from 'kysely'

export type VainTables = {
  vain_search: {
    id: Generated<number>
    month: ColumnType<Date, string, never>
    lang: string
    digest: string
    times: number
    words: string | null
    done_at: ColumnType<Date | null, never, Date>
  }
}
