// Row types of the feature's own tables.
export type QuestionTables = {
  question: { contribution_id: number; text: string; answered_at: Date | null; reply_id: number | null }
}
