// The noun: that an organisation belongs to the network or to a forum, from a day to a day; and the rules that need no database.
export type Ground = 'register' | 'admission' | 'automatic' | 'succession'
export type Closing = 'resignation' | 'succession' | 'register'
export type SuccessionKind = 'merger' | 'split'

/** A stretch of belonging; days are civil ones, YYYY-MM-DD, both inside. */
export interface Membership {
  readonly id: number
  readonly organisationId: number
  /** Null: of the network. */
  readonly forumId: number | null
  readonly beginsOn: string
  /** False: it began earlier, nobody wrote down when. */
  readonly beginsKnown: boolean
  readonly endsOn: string | null
  readonly closing: Closing | null
  readonly ground: Ground
  /** The membership on which it hangs by the rule of its forum. */
  readonly followsId: number | null
}

/** Before, on and after a day. A membership whose last day lies before its first never came about. */
export type Phase = 'coming' | 'current' | 'ended' | 'void'

export function phaseOn(membership: Pick<Membership, 'beginsOn' | 'endsOn'>, day: string): Phase {
  if (membership.endsOn !== null && membership.endsOn < membership.beginsOn) return 'void'
  if (membership.beginsOn > day) return 'coming'
  return membership.endsOn !== null && membership.endsOn < day ? 'ended' : 'current'
}

/** Whether an act of its own ends it: what follows another membership by rule ends with that one. */
export const standsAlone = ({ ground }: Pick<Membership, 'ground'>): boolean => ground !== 'automatic'

/** The day so many months before the end of a year: PostgreSQL's and the calendar's way, the last of a shorter month. */
const latestNotice = (year: number, months: number): string =>
  new Date(Date.UTC(year, 12 - months, 0)).toISOString().slice(0, 10)

/** The last day after a notice received on a day: the next end of a year that is at least so many months away. */
export function lastDayAfter(received: string, months: number): string {
  const first = Number(received.slice(0, 4))
  const year = [0, 1, 2, 3].map((more) => first + more).find((one) => received <= latestNotice(one, months))
  return `${year ?? first + 3}-12-31`
}

/** One day on or back: 2024-12-31 and 1 give 2025-01-01. */
export const dayPlus = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** What an act changes, as it can be told before anybody confirms it. */
export interface Change {
  readonly name: string
  readonly forumId: number | null
  readonly what: 'begins' | 'ends' | 'goes-on' | 'never'
  /** The first or the last day; of what goes on the day on which it would have ended. */
  readonly day: string
}

/** A membership of somebody named, as it stands before and after an act. */
export type Stretch = Pick<Membership, 'id' | 'forumId' | 'beginsOn' | 'endsOn'> & { readonly name: string }

function changeOf(before: Stretch | undefined, after: Stretch): Change[] {
  const { name, forumId, beginsOn, endsOn } = after
  const of = { name, forumId }
  const isVoid = phaseOn(after, beginsOn) === 'void'
  if (before === undefined) return isVoid ? [] : [{ ...of, what: 'begins', day: beginsOn }]
  if (before.endsOn === endsOn) return []
  if (isVoid) return [{ ...of, what: 'never', day: beginsOn }]
  if (endsOn === null) return [{ ...of, what: 'goes-on', day: before.endsOn ?? beginsOn }]
  return [{ ...of, what: 'ends', day: endsOn }]
}

/** In the order of `after`. */
export function changesBetween(before: readonly Stretch[], after: readonly Stretch[]): Change[] {
  const known = new Map(before.map((stretch) => [stretch.id, stretch]))
  return after.flatMap((stretch) => changeOf(known.get(stretch.id), stretch))
}
