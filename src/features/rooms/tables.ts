// Row types of the feature's own tables; those of rooms themselves are the trunk's.
import type { ColumnType } from 'kysely'

export type RoomsTables = {
  thread: { contribution_id: number; text: string }
  room_pin: { contribution_id: number; pinned_by: number; at: ColumnType<Date, never, never> }
}
