// How often somebody wants to hear by mail of what, and what holds for whoever has chosen nothing.

export const areas = ['asked', 'city', 'watched', 'rooms'] as const
/** `asked`: I am asked, called, answered. `city`: what my city should decide. Saved searches have each a rhythm of their own. */
export type Area = (typeof areas)[number]

export const rhythms = ['at_once', 'daily', 'weekly', 'never'] as const
export type Rhythm = (typeof rhythms)[number]

/** What waits for an answer comes at once; what is only worth reading is gathered for the morning. */
export const usualRhythm: Readonly<Record<Area, Rhythm>> = {
  asked: 'at_once',
  city: 'at_once',
  watched: 'daily',
  rooms: 'daily',
}

export type Rhythms = Readonly<Record<Area, Rhythm>>

export interface NoticeSetting {
  /** `22:00`, both or none; across midnight where the end is the earlier one. */
  readonly quietFrom: string | null
  readonly quietTo: string | null
  /** IANA; null: the one of the city's country. */
  readonly timeZone: string | null
  /** No mails at weekends and on holidays of the city's country. */
  readonly holidays: boolean
  readonly onlyMyCity: boolean
  readonly digestHour: number
  /** 1 is Monday. */
  readonly digestWeekday: number
}

export const usualSetting: NoticeSetting = {
  quietFrom: null,
  quietTo: null,
  timeZone: null,
  holidays: false,
  onlyMyCity: false,
  digestHour: 7,
  digestWeekday: 1,
}
