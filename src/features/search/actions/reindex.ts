// Makes the whole index anew, while people go on searching: kind by kind, and from where it was interrupted.
import type { Db } from '#platform/db/database.ts'
import type { Feature } from '#platform/feature.ts'
import { madeOf } from '../made-of.ts'
import { prepareBeside } from '../prepare-beside.ts'
import { type Making, type Progress, remakeKind } from '../remake-kind.ts'
import { forgetRemakes, listRemakes } from '../store-remake.ts'
import { type IndexedKind, kindsOf } from './index-documents.ts'

/** Cities come first: the others take their size from them. */
const inOrder = (features: readonly Feature[]): IndexedKind[] =>
  kindsOf(features).sort((one, other) => Number(one.isContribution) - Number(other.isContribution))

type Rest = Omit<Making, 'prepare'>

async function remakeAll(rest: Rest, features: readonly Feature[]): Promise<number | undefined> {
  const { prepare, end } = prepareBeside()
  let count = 0
  try {
    for (const kind of inOrder(features)) {
      const made = await remakeKind({ ...rest, prepare }, kind)
      if (made === undefined) return undefined
      count += made
    }
    return count
  } finally {
    await end()
  }
}

/** Since when every kind is made of what the index is made of today; undefined while one is not. */
export async function wholeSince(system: Db, features: readonly Feature[]): Promise<Date | undefined> {
  const kinds = new Set(kindsOf(features).map(({ source }) => source.kind))
  const made = (await listRemakes(system)).flatMap(({ kind, made_of, finished_at }) =>
    kinds.has(kind) && made_of === madeOf() && finished_at !== null ? [finished_at.getTime()] : [],
  )
  return made.length < kinds.size ? undefined : new Date(Math.max(0, ...made))
}

const isFinished = async (system: Db, features: readonly Feature[]): Promise<boolean> =>
  (await wholeSince(system, features)) !== undefined

/** Whether there is a beginning that nobody has finished. */
export async function isInterrupted(system: Db, features: readonly Feature[]): Promise<boolean> {
  const begun = (await listRemakes(system)).some(({ made_of }) => made_of === madeOf())
  return begun && !(await isFinished(system, features))
}

const nothing = (): void => undefined

/** Makes everything anew, or finishes what was interrupted. Gives the number of things that were offered to the index. */
export async function reindex(system: Db, features: readonly Feature[], progress: Progress = nothing): Promise<number> {
  if (await isFinished(system, features)) await forgetRemakes(system)
  return (await remakeAll({ system, progress, goOn: () => true }, features)) ?? 0
}

/** Goes on for so long, if the index is not made of today's vocabulary in today's form; the next call goes on from there. */
export async function catchUp(system: Db, features: readonly Feature[], milliseconds: number): Promise<void> {
  if (await isFinished(system, features)) return
  const until = performance.now() + milliseconds
  await remakeAll({ system, progress: nothing, goOn: () => performance.now() < until }, features)
}
