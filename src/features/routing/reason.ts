// Why somebody is asked, as it is kept: sources and numbers, no words. They are said in the reader's language when they are shown.
import type { Evidence } from './choose-whom.ts'

export interface Reason {
  readonly source: string
  readonly own: boolean
  /** The contributions that show it; empty for what somebody says of themselves. */
  readonly ids: readonly number[]
}

const mostShown = 5

/** One reason a source, the most telling first: what is somebody's own before what is only their city's. */
export function reasonsFrom(evidence: readonly Evidence[]): Reason[] {
  const bySource = Map.groupBy(evidence, ({ source }) => source)
  const telling = [...bySource].toSorted(([, [one]], [, [other]]) => (other?.weight ?? 0) - (one?.weight ?? 0))
  return telling.map(([source, things]) => {
    const own = things.some((thing) => thing.own)
    const meant = things.filter((thing) => thing.own === own)
    const ids = [...new Set(meant.flatMap(({ contributionId }) => contributionId ?? []))].slice(0, mostShown)
    return { source, own, ids }
  })
}
