// Row types of the feature's own tables.
import type { Generated } from 'kysely'

export type PushTables = {
  push_device: {
    id: Generated<number>
    person_id: number
    session_id: number | null
    /** Readable by the system only, like the two keys. */
    endpoint: string
    p256dh: string
    auth: string
    created_at: Generated<Date>
    used_at: Date | null
  }
  push_delivery: {
    id: Generated<number>
    device_id: number
    key: string
    contribution_id: number | null
    room_id: number | null
    by_id: number | null
    path: string
    raised_at: Generated<Date>
    done_at: Date | null
  }
}
