// Row types of the feature's own tables.
import type { ColumnType, Generated } from 'kysely'
import type { Item, Reminder, Value } from './poll.ts'

type Json<Read> = ColumnType<Read, string, string>

export type PollTables = {
  poll: {
    contribution_id: number
    text: string
    items: Json<readonly Item[]>
    countries: string[]
    sizes: string[]
    ends_at: Date
    remind: Reminder
    remind_at: Date | null
    reminded_at: Generated<Date | null>
    opens_answers: boolean
    closed_at: Generated<Date | null>
    outcome: Generated<string>
  }
  poll_asked: { contribution_id: number; organisation_id: number }
  poll_colleague: { contribution_id: number; organisation_id: number; person_id: number; named_by: number }
  poll_answer: {
    id: Generated<number>
    contribution_id: number
    organisation_id: number
    given: Json<readonly Value[]>
    stays_inside: boolean
    /** Readable by the system only, like `changed_by`: who it was is told inside the city. */
    given_by: number
    given_at: Generated<Date>
    changed_by: number | null
    changed_at: Date | null
    revision: Generated<number>
    demonstration: Generated<boolean>
    /** Of an earlier answer: the one that counts. Kept by the database. */
    superseded_by: ColumnType<number | null, never, never>
  }
  poll_file: {
    id: Generated<number>
    answer_id: number
    item: number
    uploaded_by: number
    name: string
    media_type: string
    size: number
    stored_as: string
  }
}
