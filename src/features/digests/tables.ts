// Row types of the feature's own tables.
import type { ColumnType, Generated } from 'kysely'

export type DigestTables = {
  digest: {
    id: Generated<number>
    person_id: number
    /** `YYYY-MM-DD` */
    day: string
    weekly: boolean
    raised_at: ColumnType<Date, Date | undefined, never>
    closed_at: ColumnType<Date | null, never, Date>
    mailed_at: ColumnType<Date | null, never, Date>
    keys: ColumnType<string[], never, string[]>
    tries: Generated<number>
    next_at: ColumnType<Date | null, never, Date>
  }
  digest_setting: { singular: Generated<boolean>; amber_bodies: boolean; changed_at: ColumnType<Date, Date, Date> }
}
