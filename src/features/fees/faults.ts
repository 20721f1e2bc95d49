// What is wrong with a scale, in words and at the cell: a draft may have faults, a proposal may not.
import type { Issue } from '#kernel/outcome.ts'
import type { MemberKind } from '../memberships/public.ts'
import { memberKinds } from './fee.ts'
import { amountOf, type DraftBracket } from './scale.ts'

/** A row with its place in the table: the field of a cell is called `from-3`. */
interface Row extends DraftBracket {
  readonly place: number
}
/** Whose ends can be compared with others. */
interface SoundRow extends Row {
  readonly from: number
}

export const cellName = (column: string, place: number): string => `${column}-${place}`

const at = (column: string, { place }: Row, fault: string, values: Issue['values'] = {}): Issue => ({
  field: cellName(column, place),
  message: `fees.fault-${fault}`,
  values,
})

/** Faults that a row has by itself. */
function ownFaults(row: Row): Issue[] {
  const { basis, minimumCents, maximumCents } = row
  const limited = (['minimum', 'maximum'] as const).filter((name) => row[`${name}Cents`] !== null)
  return [
    ...(row.from === null ? [at('from', row, 'from-missing')] : []),
    ...(row.from !== null && row.to !== null && row.to < row.from ? [at('to', row, 'falls', { from: row.from })] : []),
    ...(amountOf(row) === null ? [at('amount', row, 'amount-missing')] : []),
    ...(basis === 'flat' ? limited.map((name) => at(name, row, 'flat-has-no-limits')) : []),
    ...(basis === 'per-head' && minimumCents !== null && maximumCents !== null && minimumCents > maximumCents
      ? [at('minimum', row, 'minimum-above-maximum')]
      : []),
  ]
}

const isSound = (row: Row): row is SoundRow => row.from !== null && (row.to === null || row.to >= row.from)

/** How far the rows so far reach, and by which of them. */
interface Reach {
  readonly to: number
  readonly by: SoundRow | undefined
}

/** Where this row meets those before it: it must begin with the very next inhabitant. */
function seamFaults(row: SoundRow, { to: reached, by }: Reach): Issue[] {
  if (row.from > reached + 1)
    return [at('from', row, by === undefined ? 'starts-late' : 'gap', { from: reached + 1, to: row.from - 1 })]
  if (by === undefined || row.from > reached) return []
  const to = Math.min(reached, row.to ?? Number.POSITIVE_INFINITY)
  return to === Number.POSITIVE_INFINITY
    ? [at('from', row, 'overlap-open', { from: row.from })]
    : [at('from', row, 'overlap', { from: row.from, to })]
}

function faultsOfKind(rows: readonly Row[], kind: MemberKind): Issue[] {
  const sound = rows
    .filter((row) => row.memberKind === kind)
    .filter(isSound)
    .sort((one, other) => one.from - other.from)
  if (sound.length === 0) return [{ field: '', message: 'fees.fault-kind-missing', values: { kind } }]
  const issues: Issue[] = []
  // A beginning at 0 is as good as one at 1: nobody has no inhabitants.
  let reach: Reach = { to: 0, by: undefined }
  for (const row of sound) {
    issues.push(...seamFaults(row, reach))
    const to = row.to ?? Number.POSITIVE_INFINITY
    if (to > reach.to || reach.by === undefined) reach = { to: Math.max(to, reach.to), by: row }
  }
  if (reach.by !== undefined && reach.by.to !== null)
    issues.push(at('to', reach.by, 'no-open-end', { from: reach.to + 1 }))
  return issues
}

/** Every fault, with the cell in which it can be mended; none means that each number of inhabitants has exactly one bracket. */
export function faultsOf(brackets: readonly DraftBracket[]): Issue[] {
  const rows = brackets.map((bracket, place): Row => ({ ...bracket, place }))
  const own = rows.flatMap(ownFaults)
  return [...own, ...memberKinds.flatMap((kind) => faultsOfKind(rows, kind))].sort(byPlace)
}

const placeOf = ({ field }: Issue): number => Number(/\d+$/.exec(field)?.[0] ?? Number.POSITIVE_INFINITY)
/** From the top of the table to its end; what concerns the whole table last. */
const byPlace = (one: Issue, other: Issue): number => {
  const [first, second] = [placeOf(one), placeOf(other)]
  return first === second ? 0 : first - second
}
