// The nouns: a meeting of a room, its minutes, what was decided, and who does what until when.

export interface Meeting {
  readonly id: number
  readonly title: string
  readonly startsAt: Date
  readonly endsAt: Date | null
  /** A name of the IANA time zone database. */
  readonly zone: string
  readonly place: string
  /** https, or empty. */
  readonly link: string
  readonly notes: string
  readonly cancelledAt: Date | null
  readonly revision: number
  /** As whoever wrote it typed it: YYYY-MM-DD, and HH:MM in its zone. */
  readonly day: string
  readonly from: string
  readonly to: string
}

export interface Minutes {
  readonly id: number
  readonly meetingId: number | null
  readonly meetingTitle: string | null
  readonly title: string
  /** YYYY-MM-DD */
  readonly heldOn: string
  /** Markdown. */
  readonly text: string
  readonly lang: string
  readonly revision: number
}

export type MinutesLine = Pick<Minutes, 'id' | 'title' | 'lang' | 'heldOn'>

export interface Decision {
  /** Through the whole room, from 1. */
  readonly number: number
  readonly text: string
}

export interface Task {
  readonly id: number
  readonly text: string
  readonly personName: string | null
  /** Nobody was named, or somebody whom the viewer does not know any more. */
  readonly personId: number | null
  /** YYYY-MM-DD */
  readonly dueOn: string | null
  readonly doneAt: Date | null
}

/** What is proposed to somebody who has not said where they are: the zone of the network. */
export const networkZone = 'Europe/Brussels'

/** The moment with its day of the week and the short name of the zone, in the reader's way. */
export const formatWhen = (lang: string, { startsAt, zone }: Pick<Meeting, 'startsAt' | 'zone'>): string =>
  new Intl.DateTimeFormat(lang, {
    ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
    ...{ timeZone: zone, timeZoneName: 'short' },
  }).format(startsAt)

/** What clocks show in another zone: 14:30. */
export const clockIn = (timeZone: string, { startsAt }: Pick<Meeting, 'startsAt'>): string =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(startsAt)

/** Hours by which clocks of these zones are ahead of UTC. */
const ahead = [-2, -1, 0, 1, 2, 3, 4, 5]
/** Whether clocks in this zone show this time on this day: in the night when they go forward, an hour is left out. */
export function hasClockTime(timeZone: string, day: string, time: string): boolean {
  const wall = Date.parse(`${day}T${time}Z`)
  // Swedish writes 2026-03-29 02:30.
  const clock = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'short', timeZone })
  return ahead.some((hours) => clock.format(new Date(wall - hours * 3_600_000)) === `${day} ${time}`)
}

const isOver = ({ startsAt, endsAt }: Meeting, now: Date): boolean => (endsAt ?? startsAt) < now
/** What is to come, the next first; and what is past, the last first. */
export const sorted = (meetings: readonly Meeting[], now: Date): { coming: Meeting[]; past: Meeting[] } => ({
  coming: meetings.filter((meeting) => !isOver(meeting, now)),
  past: meetings.filter((meeting) => isOver(meeting, now)).reverse(),
})
