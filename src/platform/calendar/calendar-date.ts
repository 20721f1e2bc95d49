// What features give to somebody's calendar: meetings, deadlines, visits; read as that person, through the policies.
import type { AudienceKind } from '#kernel/audience.ts'
import type { Translate } from '#kernel/locale.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { Db } from '../db/database.ts'

/** A time of day in a zone of the IANA database, or whole days as `YYYY-MM-DD`, the last one included. */
export type When =
  | { readonly starts: Date; readonly ends: Date | null; readonly zone: string }
  | { readonly firstDay: string; readonly lastDay: string }

export interface CalendarDate {
  /** Of this date for ever, whatever becomes of it: `meeting-12`. */
  readonly key: string
  readonly title: string
  /** Whom the date itself reaches: decides how much of it a calendar outside may say. */
  readonly audience: AudienceKind
  /** In a room under the Chatham House Rule. */
  readonly unattributed?: boolean
  readonly when: When
  /** Whether the person is taken up by it; a deadline takes up nobody. */
  readonly busy: boolean
  readonly cancelled: boolean
  /** Other days or hours are being talked about. */
  readonly tentative?: boolean
  readonly place?: string
  /** Plain text. */
  readonly text?: string
  /** Where it stands here; an address without words, which would tell what it is about. */
  readonly path: string
  /** Grows with every change, from 0. */
  readonly version: number
  readonly changedAt: Date
}

/** A source of dates. */
export interface DateSource {
  readonly name: string
  /** Those of this person that end at `since` or later, also what was cancelled; at most some hundreds. */
  readonly list: (
    db: Db,
    viewer: SignedIn,
    wanted: { readonly t: Translate; readonly since: Date },
  ) => Promise<readonly CalendarDate[]>
}
