// Places for a map: each on its own, or, where there are too many to tell apart, those close by under the largest of them.
import type { Member } from './member.ts'

export type Placed = Pick<Member, 'id' | 'slug' | 'name' | 'names' | 'country' | 'population'> & {
  readonly latitude: number
  readonly longitude: number
}
export const hasPlace = <One extends Pick<Member, 'latitude' | 'longitude'>>(
  member: One,
): member is One & { readonly latitude: number; readonly longitude: number } =>
  member.latitude !== null && member.longitude !== null

/** So many points a map of a thousand units shows beside each other; a network of cities today has fewer. */
const mostAlone = 400
/** Degrees; in the middle of Europe about as wide as high, and a little larger than the largest point. */
const cell = { latitude: 1, longitude: 1.6 }

export interface Gathered<One> {
  /** The largest, which gives the place its name. */
  readonly member: One
  /** How many others are close by. */
  readonly others: number
}

/** In the order given; nobody is left out: the members and all others together are as many as came in. */
export function gather<One extends Placed>(members: readonly One[]): Gathered<One>[] {
  if (members.length <= mostAlone) return members.map((member) => ({ member, others: 0 }))
  const cells = new Map<number, { member: One; others: number }>()
  for (const member of members) {
    const key = Math.floor(member.latitude / cell.latitude) * 1000 + Math.floor(member.longitude / cell.longitude)
    const known = cells.get(key)
    if (known === undefined) cells.set(key, { member, others: 0 })
    else {
      known.others += 1
      if ((member.population ?? 0) > (known.member.population ?? 0)) known.member = member
    }
  }
  return [...cells.values()]
}
