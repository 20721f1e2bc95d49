// Row types of the feature's own tables.
import type { ColumnType, Generated } from 'kysely'
import type { Act, Direction, WishState } from './study-visit.ts'

export type VisitTables = {
  study_visit: {
    contribution_id: number
    direction: Direction
    text: string
    place: string
    /** YYYY-MM-DD */
    first_day: string | null
    last_day: string | null
    people: number
    languages: readonly string[]
    closed_at: ColumnType<Date | null, never, Date | null>
  }
  visit_wish: {
    id: Generated<number>
    contribution_id: number
    person_id: number
    organisation_id: number
    people: number
    state: Generated<WishState>
    first_day: string
    last_day: string
    days_by: number
    /** Kept by the database when the two agree. */
    agreed_with: ColumnType<number | null, never, never>
    agreed_place: ColumnType<string | null, never, never>
  }
  visit_step: {
    id: Generated<number>
    wish_id: number
    person_id: number
    organisation_id: number
    act: Act
    first_day: string
    last_day: string
    text: string
    at: ColumnType<Date, Date | undefined, never>
  }
}
