// What a scale would change: every member by the old scale and by the new one, in the same year, side by side.
import type { Cents } from '#kernel/money.ts'
import type { ChargeableMember } from '../memberships/public.ts'
import { type Bracket, type FeeScale, feeFor } from './fee.ts'

type Unplaced = 'no-bracket' | 'no-population'
export interface Line {
  readonly member: ChargeableMember
  /** Null where the old scale has no bracket, or there is no old scale. */
  readonly before: Cents | null
  readonly after: Cents | null
  readonly bracket: Bracket | undefined
  /** Why there is no new fee. */
  readonly unplaced: Unplaced | undefined
  /** Passed on to forums, by the old and by the new scale. */
  readonly passedBefore: Cents
  readonly passedAfter: Cents
}

export interface Group<Key> {
  readonly key: Key
  readonly members: number
  readonly before: Cents
  readonly after: Cents
}
export type Total = Omit<Group<never>, 'key'>

export interface Simulation {
  readonly total: Total
  readonly passedBefore: Cents
  readonly passedAfter: Cents
  readonly byBracket: readonly Group<Bracket>[]
  readonly byCountry: readonly Group<string>[]
  /** Who pays more and who pays less, each with the largest difference first. */
  readonly losers: readonly Line[]
  readonly winners: readonly Line[]
  readonly unchanged: number
  readonly unplaced: readonly Line[]
  /** All of them, in the order in which the members came. */
  readonly lines: readonly Line[]
}

const sumOf = (shares: readonly { readonly cents: Cents }[]): Cents => shares.reduce((sum, { cents }) => sum + cents, 0)

/** The old scale as if it stayed for the new one's year: so both ask the same first-year rule of the same day. */
function lineOf(member: ChargeableMember, before: FeeScale | undefined, after: FeeScale): Line {
  const old = before && feeFor({ ...before, year: after.year }, member)
  const fresh = feeFor(after, member)
  const known = old === undefined || typeof old === 'string' ? undefined : old
  const placed = typeof fresh === 'string' ? undefined : fresh
  return {
    member,
    before: known?.cents ?? null,
    after: placed?.cents ?? null,
    bracket: placed?.bracket,
    unplaced: typeof fresh === 'string' ? fresh : undefined,
    passedBefore: sumOf(known?.shares ?? []),
    passedAfter: sumOf(placed?.shares ?? []),
  }
}

export const differenceOf = ({ before, after }: Pick<Line, 'before' | 'after'>): Cents => (after ?? 0) - (before ?? 0)

const totalOf = (lines: readonly Line[]): Total => ({
  members: lines.length,
  before: lines.reduce((sum, { before }) => sum + (before ?? 0), 0),
  after: lines.reduce((sum, { after }) => sum + (after ?? 0), 0),
})

const groupsOf = <Key>(lines: readonly Line[], keyOf: (line: Line) => Key | undefined): Group<Key>[] => {
  const groups = new Map<Key, Line[]>()
  for (const line of lines) {
    const key = keyOf(line)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [line])
    else group.push(line)
  }
  return [...groups].map(([key, group]) => ({ key, ...totalOf(group) }))
}

/** Brackets stand in the order of the scale, also those that hold nobody. */
function byBracket(lines: readonly Line[], scale: FeeScale): Group<Bracket>[] {
  const groups = new Map(groupsOf(lines, ({ bracket }) => bracket).map((group) => [group.key, group]))
  return scale.brackets.map((key) => groups.get(key) ?? { key, members: 0, before: 0, after: 0 })
}

/** Pure: the same members and scales give the same answer. `before` is undefined where there was none. */
export function simulate(
  members: readonly ChargeableMember[],
  before: FeeScale | undefined,
  after: FeeScale,
): Simulation {
  const lines = members.map((member) => lineOf(member, before, after))
  const compared = lines.filter((line) => line.before !== null && line.after !== null)
  const ordered = compared
    .filter((line) => differenceOf(line) !== 0)
    .sort((one, other) => Math.abs(differenceOf(other)) - Math.abs(differenceOf(one)))
  return {
    total: totalOf(lines),
    passedBefore: lines.reduce((sum, line) => sum + line.passedBefore, 0),
    passedAfter: lines.reduce((sum, line) => sum + line.passedAfter, 0),
    byBracket: byBracket(lines, after),
    byCountry: groupsOf(lines, ({ member }) => member.country).sort(
      (one, other) => other.after - one.after || one.key.localeCompare(other.key),
    ),
    losers: ordered.filter((line) => differenceOf(line) > 0),
    winners: ordered.filter((line) => differenceOf(line) < 0),
    unchanged: compared.length - ordered.length,
    unplaced: lines.filter(({ unplaced }) => unplaced !== undefined),
    lines,
  }
}
