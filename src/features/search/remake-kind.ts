// One kind of things, made anew a few at a time. How far it has come is written with the documents: whoever goes on after
// an interruption, or makes it at the same time, does nothing twice.
import type { Db } from '#platform/db/database.ts'
import { type IndexedKind, indexWithin } from './actions/index-documents.ts'
import { listIndexed } from './index-store.ts'
import { madeOf } from './made-of.ts'
import type { Prepare } from './prepare-documents.ts'
import { beginRemake, finishRemake, listRemakes, type Remake, stepRemake } from './store-remake.ts'

/** Small enough that whoever publishes meanwhile waits a second or two, large enough that rows are not always rewritten. */
const batch = 2000

export type Progress = (kind: string, done: number, total: number) => void

export interface Making {
  readonly system: Db
  readonly prepare: Prepare
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

const lastOf = (subjects: readonly number[]): number => subjects.at(-1) ?? 0

interface Step {
  readonly subjects: readonly number[]
  /** What is made once the step before is done. */
  readonly from: Remake
  /** Whether it was done. */
  readonly before: Promise<boolean>
}

interface Begun {
  /** When its things are read, and their documents on their way to be prepared. */
  readonly read: Promise<unknown>
  /** When there is only this step left to be written. */
  readonly claimed: Promise<unknown>
  readonly done: Promise<boolean>
}

/** What the step before did not do, this one does not do either. */
function beginStep({ system, prepare }: Making, kind: IndexedKind, { subjects, from, before }: Step): Begun {
  const [read, claimed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const handOver: Prepare = (documents, given) => {
    read.resolve()
    return prepare(documents, given)
  }
  const done = system.transaction().execute((transaction) => {
    const claim = async (): Promise<boolean> => {
      const isNext = await before
      claimed.resolve()
      return isNext && (await stepRemake(transaction, from, lastOf(subjects)))
    }
    return indexWithin(transaction, kind, subjects, { claim, prepare: handOver })
  })
  return { read: Promise.race([read.promise, done]), claimed: Promise.race([claimed.promise, done]), done }
}

/** Also where one fails all come to their end. */
async function allEnd(...ends: readonly Promise<unknown>[]): Promise<void> {
  for (const end of await Promise.allSettled(ends)) if (end.status === 'rejected') throw end.reason
}

const nothing = Promise.resolve(true)

/**
 * All that is left, or as much as there is time for: while one step is written the next is prepared, and the one after that
 * is read. No more than these three hold a connection.
 */
async function makeSteps(making: Making, kind: IndexedKind, from: Remake, all: readonly number[]) {
  const { progress, goOn } = making
  const left = all.filter((subject) => subject > from.done_to)
  let [to, last]: [number, Begun] = [from.done_to, { read: nothing, claimed: nothing, done: nothing }]
  try {
    for (let at = 0; at < left.length && goOn(); at += batch) {
      const [before, subjects] = [last, left.slice(at, at + batch)]
      const begun = beginStep(making, kind, { subjects, from: { ...from, done_to: to }, before: before.done })
      const made = all.length - left.length + at + subjects.length
      const done = allEnd(before.done, begun.done).then(() => begun.done)
      last = { ...begun, done }
      // Whoever awaits them hears of a failure; until then it is none that nobody hears of.
      for (const end of [done, begun.claimed]) end.catch(() => undefined)
      void done.then(
        (isDone) => isDone && progress(kind.source.kind, made, all.length),
        () => undefined,
      )
      to = lastOf(subjects)
      await allEnd(before.claimed, begun.read)
    }
  } finally {
    await last.done
  }
}

/** The number of things of this kind; undefined where there was no time to finish. */
export async function remakeKind(making: Making, kind: IndexedKind): Promise<number | undefined> {
  const { system, goOn } = making
  const name = kind.source.kind
  await beginRemake(system, name, madeOf())
  const { all, known } = await listSubjects(system, kind)
  for (;;) {
    const state = await stateOf(system, name)
    if (state === undefined || state.made_of !== madeOf()) return undefined
    if (state.finished_at !== null || lastOf(all) <= state.done_to) break
    if (!goOn()) return undefined
    // Once more where somebody else has taken a step.
    await makeSteps(making, kind, state, all)
  }
  await finishRemake(system, name, madeOf(), new Date())
  return known
}
