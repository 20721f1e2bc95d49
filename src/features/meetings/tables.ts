// Row types of the feature's own tables.
import type { ColumnType, Generated } from 'kysely'

type Made = ColumnType<Date, never, never>
type Day = ColumnType<string, string, string>
interface Common {
  id: Generated<number>
  audience_id: number
  created_by: number
  created_at: Made
}

export type MeetingTables = {
  meeting: Common & {
    title: string
    starts_at: Date
    ends_at: Date | null
    zone: string
    place: string
    link: string
    notes: string
    cancelled_at: ColumnType<Date | null, never, Date | null>
    revision: Generated<number>
    changed_at: ColumnType<Date, never, Date>
    changes: Generated<number>
  }
  minutes: Common & {
    meeting_id: number | null
    title: string
    held_on: Day
    text: string
    lang: string
    revision: Generated<number>
  }
  decision: Common & { minutes_id: number; text: string }
  task: Common & {
    minutes_id: number | null
    text: string
    person_id: number | null
    due_on: string | null
    done_at: ColumnType<Date | null, never, Date | null>
  }
}
