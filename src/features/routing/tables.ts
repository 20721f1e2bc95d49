// Row types of the feature's own tables.
import type { ColumnType } from 'kysely'
import type { Reason } from './reason.ts'

export type RoutingTables = {
  routing: { contribution_id: number; rounds: number; due_at: Date | null; listed_at: Date | null }
  asked_person: {
    contribution_id: number
    person_id: number
    organisation_id: number
    reasons: ColumnType<readonly Reason[], string, never>
    named_by: number | null
    asked_at: Date
    mailed_at: Date | null
    declined_at: Date | null
  }
  asking_pause: { person_id: number; until: ColumnType<string, string, string> }
}
