// One kind of things, made anew a few at a time. How far it has come is written with the documents: whoever goes on after
// an interruption, or makes it at the same time, does nothing twice.
import type { Db } from '#platform/db/database.ts'
import { type IndexedKind, indexWithin } from './actions/index-documents.ts'
import { listIndexed } from './index-store.ts'
import { madeOf } from './made-of.ts'
import { beginRemake, finishRemake, listRemakes, type Remake, stepRemake } from './store-remake.ts'

/** Small enough that whoever publishes meanwhile waits a second at most, large enough that rows are not always rewritten. */
const batch = 1000

export type Progress = (kind: string, done: number, total: number) => void

export interface Making {
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
export async function remakeKind({ system, progress, goOn }: Making, kind: IndexedKind): Promise<number | undefined> {
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
