// Row types of the feature's own tables.
export type DocumentTables = {
  document_version: { attachment_id: number; contribution_id: number; said: string }
}
