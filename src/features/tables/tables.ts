// Row types of the feature's own table.
import type { ColumnType, Generated } from 'kysely'
import type { GoodRow } from './check-rows.ts'
import type { Outcome, Report } from './run.ts'

export type ImportTables = {
  practice_import: {
    id: Generated<number>
    person_id: number
    organisation_id: number
    at: Date
    report: ColumnType<Report, string, never>
    good: ColumnType<GoodRow[], string, string>
    done_at: Date | null
    outcome: ColumnType<Outcome | null, string | null, string>
  }
}
