// Makes the whole index anew, while people go on searching: kind by kind, a few things at a time. How far it has come is
// kept, so that whoever goes on after an interruption, or at the same time, does nothing twice.
import type { Db } from '#platform/db/database.ts'
import type { Feature } from '#platform/feature.ts'
import { listIndexed } from '../index-store.ts'
import { madeOf } from '../made-of.ts'
import { beginRemake, finishRemake, forgetRemakes, listRemakes, type Remake, stepRemake } from '../store-remake.ts'
import { type IndexedKind, indexWithin, kindsOf } from './index-documents.ts'

/** Small enough that whoever publishes meanwhile does not wait. */
const batch = 500

export type Progress = (kind: string, done: number, total: number) => void

interface Making {
  readonly system: Db
  readonly progress: Progress
  /** Asked between two steps: whether there is time for another. */
  readonly goOn: () => boolean
}

const stateOf = async (system: Db, kind: string): Promise<Remake | undefined> =>
  (await listRemakes(system)).find((one) => one.kind === kind)

/** All that is there, and what is still indexed but no longer there: it is taken out on the way. */
async function listSubjects(system: Db, { source }: IndexedKind): Promise<{ all: number[]; known: number }> {
  const known = await source.subjects(system)
  const all = new Set([...known, ...(await listIndexed(system, source.kind))])
  return { all: [...all].sort((one, other) => one - other), known: known.length }
}

/** The number of things of this kind; undefined where there was no time to finish. */
async function remakeKind({ system, progress, goOn }: Making, kind: IndexedKind): Promise<number | undefined> {
  const name = kind.source.kind
  await beginRemake(system, name, madeOf())
  const { all, known } = await listSubjects(system, kind)
  for (;;) {
    const state = await stateOf(system, name)
    if (state === undefined || state.made_of !== madeOf()) return undefined
    const left = state.finished_at === null ? all.filter((subject) => subject > state.done_to) : []
    if (left.length === 0) break
    if (!goOn()) return undefined
    const subjects = left.slice(0, batch)
    await system.transaction().execute(async (transaction) => {
      if (await stepRemake(transaction, state, subjects.at(-1) ?? 0)) await indexWithin(transaction, kind, subjects)
    })
    progress(name, all.length - left.length + subjects.length, all.length)
  }
  await finishRemake(system, name, madeOf(), new Date())
  return known
}

/** Cities come first: the others take their size from them. */
const inOrder = (features: readonly Feature[]): IndexedKind[] =>
  kindsOf(features).sort((one, other) => Number(one.isContribution) - Number(other.isContribution))

async function remakeAll(making: Making, features: readonly Feature[]): Promise<number | undefined> {
  let count = 0
  for (const kind of inOrder(features)) {
    const made = await remakeKind(making, kind)
    if (made === undefined) return undefined
    count += made
  }
  return count
}

/** Whether every kind was made, of what the index is made of today. */
async function isFinished(system: Db, features: readonly Feature[]): Promise<boolean> {
  const remakes = new Map((await listRemakes(system)).map((one) => [one.kind, one]))
  return kindsOf(features).every(({ source }) => {
    const state = remakes.get(source.kind)
    return state?.made_of === madeOf() && state.finished_at !== null
  })
}

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
