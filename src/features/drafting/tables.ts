// Row types of the feature's own table.
import type { Generated } from 'kysely'

export type DraftingTables = {
  draft_section: {
    id: Generated<number>
    contribution_id: number
    position: number
    heading: string
    text: string
    proposed: string | null
    created_at: Generated<Date>
  }
}
