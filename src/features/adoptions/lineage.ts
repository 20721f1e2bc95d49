// From the adoptions of a practice to its lineage: who has it from whom. Pure, so that no way of hiding one can be forgotten in a query.

export interface Branch<Line> {
  readonly line: Line
  /** 1 for those who took it from the practice itself. */
  readonly depth: number
  /** Undefined where it hangs on the practice. */
  readonly parent: Line | undefined
}

interface Placed {
  readonly id: number
  readonly parentId: number | null
}

/**
 * In the order of a tree, each directly below what it was taken from. What was taken from something that is not among the lines —
 * out of reach, withdrawn — hangs on the practice, at the place that its own number gives it: nothing shows that there is more.
 */
export function lineageOf<Line extends Placed>(lines: readonly Line[]): Branch<Line>[] {
  const known = new Map(lines.map((line) => [line.id, line]))
  const below = Map.groupBy(lines, ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : 0))
  const branches: Branch<Line>[] = []
  const waiting = [...(below.get(0) ?? [])]
    .reverse()
    .map((line): Branch<Line> => ({ line, depth: 1, parent: undefined }))
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    branches.push(next)
    const { line: parent, depth } = next
    for (const line of [...(below.get(parent.id) ?? [])].reverse()) waiting.push({ line, depth: depth + 1, parent })
  }
  return branches
}
