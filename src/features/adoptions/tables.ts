// Row types of the feature's own tables.
import type { Generated } from 'kysely'
import type { Stage } from './adoption.ts'

export type AdoptionTables = {
  adoption: {
    contribution_id: number
    stage: Stage
    since_year: number | null
    since_month: number | null
    adapted: string
    result: string
    stopped_because: string
    contact_id: number | null
    contact: string
  }
  adoption_origin: {
    contribution_id: number
    practice_id: number
    /** Both filled in by the database. */
    organisation_id: Generated<number>
    shared: Generated<boolean | null>
  }
  adoption_parent: { contribution_id: number; parent_id: number }
}
