// Row types of the feature's own tables.
import type { Topic } from './announcement.ts'

export type AnnouncementTables = {
  announcement: { contribution_id: number; topic: Topic; text: string; ends_on: string | null }
}
