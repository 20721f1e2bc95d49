// Row types of the feature's own tables.
import type { ColumnType, Generated } from 'kysely'
import type { Typed } from '#kernel/outcome.ts'

export type DiscussionTables = {
  attachment_preview: {
    attachment_id: number
    width: number | null
    height: number | null
    pages: number | null
    drawn: Generated<number>
  }
  discussion_reading: { person_id: number; contribution_id: number; reply_id: number }
  reply_quote: { reply_id: number; quoted_id: number; part: string }
  reply_mention: { reply_id: number; person_id: number }
  discussion_kept_text: {
    person_id: number
    contribution_id: number
    typed: ColumnType<Typed, string, string>
    at: Date
  }
  discussion_summary: {
    contribution_id: number
    number: number
    lang: string
    text: string
    at: ColumnType<Date, never, never>
  }
}
