// Record exactly the figures that were checked: all in one transaction, once, however often it is asked.
import { notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { insertFigures } from '../store-acts.ts'
import { finishRun, lockRun } from '../store-import.ts'

/** After a crash nothing is there, and the run waits as before. */
export const recordFigures = (asPerson: AsPerson, viewer: SignedIn, id: number | undefined, now: Date): Promise<void> =>
  asPerson(async (db) => {
    const run = id === undefined ? undefined : await lockRun(db, id)
    if (run === undefined) throw notFound()
    if (run.doneAt !== null) return
    await insertFigures(db, run.good, viewer.person.id)
    await finishRun(db, run.id, now)
    const data = { count: run.good.length }
    await recordFact(db, { name: 'figures.imported', actor: viewer.person, audienceId: 1, data })
  })
