// What of a date leaves the house: a calendar program keeps it on other people's servers, and shows it on every screen.
import { type AudienceKind, tlpLabel } from '#kernel/audience.ts'
import type { Translate } from '#kernel/locale.ts'
import type { CalendarDate } from '#platform/calendar/calendar-date.ts'
import type { CalendarEntry } from '#platform/calendar/write-calendar.ts'

/** `secret`: that there is something, and when. `title`: besides what it is. `whole`: also where, and what was written about it. */
type Discretion = 'secret' | 'title' | 'whole'

const ofAudience = (amber: Discretion): Readonly<Record<AudienceKind, Discretion>> => ({
  public: 'whole',
  network: 'whole',
  forum: amber,
  room: amber,
  organisation: amber,
  persons: 'secret',
})

/** Under the Chatham House Rule a title may tell who is there. */
const discretionOf = ({ audience, unattributed }: CalendarDate, amberGoesOut: boolean): Discretion =>
  unattributed === true ? 'secret' : ofAudience(amberGoesOut ? 'whole' : 'title')[audience]

export interface Frame {
  readonly t: Translate
  readonly baseUrl: string
  /** The network lets what TLP:AMBER things say leave the house. */
  readonly amberGoesOut: boolean
}

export function entryOf({ t, baseUrl, amberGoesOut }: Frame, date: CalendarDate): CalendarEntry {
  const discretion = discretionOf(date, amberGoesOut)
  const label = tlpLabel(date.audience)
  const kept = discretion === 'whole' ? label : t('calendars.more', { label })
  const { key, when, busy, cancelled, tentative = false, version, changedAt } = date
  return {
    ...{ key, when, busy, cancelled, tentative, version, changedAt },
    title: discretion === 'secret' ? t('calendars.appointment') : date.title,
    place: discretion === 'whole' ? (date.place ?? '') : '',
    text: [discretion === 'whole' ? (date.text ?? '') : '', kept].filter((part) => part !== '').join('\n\n'),
    url: `${baseUrl}${date.path}`,
  }
}
