// Row types of the feature's own tables.
import type { ColumnType, Generated } from 'kysely'
import type { FailureReason } from '#platform/translation/translator.ts'

export type TranslationTables = {
  translation: {
    id: Generated<number>
    contribution_id: number
    reply_id: number | null
    source: string
    target: string
    provider: string
    wording: string
    /** Null: on its way. */
    pieces: ColumnType<readonly string[] | null, string | null, string | null>
    piece_count: number
    characters: number
    token_hash: string | null
    asked_at: Date
  }
  translation_use: { month: Date; provider: string; characters: number; texts: number; failures: number }
  translation_failure: { id: Generated<number>; at: Date; provider: string; reason: FailureReason }
  translation_setting: {
    only_one: Generated<boolean>
    amber_to_translation: boolean
    monthly_characters: number
    changed_by: number | null
    changed_at: Date
  }
}
