// One kind of things, made anew a few at a time. How far it has come is written with the documents: whoever goes on after
// an interruption, or makes it at the same time, does nothing twice.
import type { Db } from '#platform/db/database.ts'
import { type IndexedKind, indexWithin } from './actions/index-documents.ts'
import { listIndexed } from './index-store.ts'
import { madeOf } from './made-of.ts'
import type { Prepare } from './prepare-documents.ts'
import { beginRemake, finishRemake, listRemakes, type Remake, stepRemake } from './store-remake.ts'

/** Small enough that whoever publishes meanwhile waits a second at most, large enough that rows are not always rewritten. */
const batch = 1000

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

/** What the step before did not do, this one does not do either. `prepared` ends when it has only to be written. */
function beginStep({ system, prepare }: Making, kind: IndexedKind, { subjects, from, before }: Step) {
  const { promise, resolve } = Promise.withResolvers<void>()
  const done = system.transaction().execute((transaction) => {
    const claim = async (): Promise<boolean> => {
      resolve()
      return (await before) && (await stepRemake(transaction, from, lastOf(subjects)))
    }
    return indexWithin(transaction, kind, subjects, { claim, prepare })
  })
  return { done, prepared: Promise.race([promise, done]) }
}

/** Also where one fails the other comes to its end. */
async function bothEnd(one: Promise<unknown>, other: Promise<unknown>): Promise<void> {
  for (const end of await Promise.allSettled([one, other])) if (end.status === 'rejected') throw end.reason
}

/** All that is left, or as much as there is time for: a step is prepared while the one before is written. */
async function makeSteps(making: Making, kind: IndexedKind, from: Remake, all: readonly number[]) {
  const { progress, goOn } = making
  const left = all.filter((subject) => subject > from.done_to)
  let last: Step = { subjects: [], from, before: Promise.resolve(true) }
  let done = last.before
  for (let at = 0; at < left.length && goOn(); at += batch) {
    const to = lastOf(last.subjects) || from.done_to
    last = { subjects: left.slice(at, at + batch), from: { ...from, done_to: to }, before: done }
    const step = beginStep(making, kind, last)
    const made = all.length - left.length + at + last.subjects.length
    done = step.done.then((isDone) => {
      if (isDone) progress(kind.source.kind, made, all.length)
      return isDone
    })
    // Whoever awaits it hears of a failure; until then it is none that nobody hears of.
    done.catch(() => undefined)
    await bothEnd(last.before, step.prepared)
  }
  await done
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
