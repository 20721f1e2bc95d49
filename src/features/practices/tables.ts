// Row types of the feature's own tables.
import type { Generated } from 'kysely'

export type PracticeTables = {
  practice: {
    contribution_id: number
    problem: string
    analysis: string
    response: string
    partners: string
    cost: string
    staff: string
    results: string
    evaluation: string
    lessons: string
    transfer: string
    year_start: number | null
    year_end: number | null
    evidence: number | null
    from_public_sources: Generated<boolean>
  }
  practice_source: { contribution_id: number; position: number; title: string; address: string }
}
