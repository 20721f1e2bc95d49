// Row types of the feature's own tables.
import type { ColumnType, Generated } from 'kysely'

export type VocabularyTables = {
  proposal: {
    contribution_id: number
    adds: 'label' | 'concept'
    concept: string
    english: Generated<string>
    meaning: Generated<string>
    reason: Generated<string>
    written_in: string
  }
  vocabulary_addition: {
    id: Generated<number>
    concept: string
    broader: string | null
    note: Generated<string>
    labels: ColumnType<Record<string, string[]>, string, never>
    added_at: Generated<Date>
  }
  proposal_decision: {
    contribution_id: number
    accepted: boolean
    reason: Generated<string>
    written_in: string
    addition_id: number | null
    decided_by: number
    organisation_id: number
    decided_at: Generated<Date>
  }
}
