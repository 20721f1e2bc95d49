// Row types of the feature's own tables.
import type { ColumnType, Generated } from 'kysely'
import type { Happening, Reason, SubscriptionKind } from './notice.ts'
import type { Area, Rhythm } from './rhythm.ts'

type Made = ColumnType<Date, Date | undefined, never>

export type NoticeTables = {
  subscription: {
    person_id: number
    kind: SubscriptionKind
    ref: string
    created_at: Made
    by_default: Generated<boolean>
  }
  notice_default: { person_id: number; settled_at: Date | null }
  notice_rhythm: { person_id: number; area: Area; rhythm: Rhythm }
  notice_setting: {
    person_id: number
    /** `22:00:00` */
    quiet_from: string | null
    quiet_to: string | null
    time_zone: string | null
    holidays: Generated<boolean>
    only_my_city: Generated<boolean>
    digest_hour: Generated<number>
    digest_weekday: Generated<number>
  }
  notice: {
    id: Generated<number>
    person_id: number
    /** Null: of a room. */
    contribution_id: ColumnType<number | null, number | undefined, never>
    room_id: ColumnType<number | null, never, never>
    item: ColumnType<string | null, never, never>
    by_id: ColumnType<number | null, never, never>
    reply_id: number | null
    fact_id: number
    area: Area
    what: Happening
    why: ColumnType<readonly Reason[], string, never>
    created_at: Made
    read_at: ColumnType<Date | null, never, Date | null>
    mailed_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  }
  notice_later: { fact_id: number; person_id: number; until: Date }
}
