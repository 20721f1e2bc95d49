// The last day of something as a moment, and back: a day of the network's zone, to its end.
import { dayOf } from './locale.ts'

const hour = 3_600_000

/** "2026-12-24" → the first moment that is not that day any more in Brussels, which is one or two hours ahead of UTC. */
export function endOfDay(day: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`) + 24 * hour
  const winter = new Date(midnight - hour)
  return dayOf(new Date(winter.getTime() - 1)) === day ? winter : new Date(midnight - 2 * hour)
}

/** The day that ends at this moment. */
export const lastDay = (end: Date): Date => new Date(end.getTime() - 1)
