// Row types of the feature's own tables.
import type { Generated } from 'kysely'

export type DiscussionTables = {
  attachment_preview: {
    attachment_id: number
    width: number | null
    height: number | null
    pages: number | null
    drawn: Generated<number>
  }
  discussion_reading: { person_id: number; contribution_id: number; reply_id: number }
}
