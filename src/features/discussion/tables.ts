// Row types of the feature's own table.
export type DiscussionTables = {
  discussion_reading: { person_id: number; contribution_id: number; reply_id: number }
}
