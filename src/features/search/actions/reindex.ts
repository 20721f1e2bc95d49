// Makes the whole index anew, while people go on searching: kind by kind, a few things at a time.
import type { Db } from '#platform/db/database.ts'
import type { Feature } from '#platform/feature.ts'
import { listIndexed } from '../index-store.ts'
import { type IndexedKind, indexSubjects, kindsOf } from './index-documents.ts'

/** Small enough that whoever publishes meanwhile does not wait. */
const batch = 25

export type Progress = (kind: string, done: number, total: number) => void

async function reindexKind(system: Db, kind: IndexedKind, progress: Progress): Promise<number> {
  const known = await kind.source.subjects(system)
  // What is still indexed but no longer there is taken out on the way.
  const subjects = [...new Set([...known, ...(await listIndexed(system, kind.source.kind))])]
  for (let at = 0; at < subjects.length; at += batch) {
    await indexSubjects(system, kind, subjects.slice(at, at + batch))
    progress(kind.source.kind, Math.min(at + batch, subjects.length), subjects.length)
  }
  return known.length
}

/** Gives the number of things that were offered to the index. Cities come first: the others take their size from them. */
export async function reindex(
  system: Db,
  features: readonly Feature[],
  progress: Progress = () => undefined,
): Promise<number> {
  const kinds = kindsOf(features).sort((one, other) => Number(one.isContribution) - Number(other.isContribution))
  let count = 0
  for (const kind of kinds) count += await reindexKind(system, kind, progress)
  return count
}
