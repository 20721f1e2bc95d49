// What a process keeps in memory of the database, brought up to date: one round at a time, however many facts arrive.
import type { Db } from '../db/database.ts'
import type { Feature } from '../feature.ts'

/** One round through all features that keep something; gives whether anything changed. */
export async function recallAll(features: readonly Feature[], system: Db): Promise<boolean> {
  let changed = false
  for (const { recall } of features) if (recall !== undefined && (await recall(system))) changed = true
  return changed
}

/**
 * A round that was asked for while another is under way follows it, once for all who asked. `onChange` is called after a
 * round that changed something: a page drawn meanwhile may know less than it should.
 */
export function createRecall(features: readonly Feature[], system: Db, onChange: () => void): () => Promise<void> {
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined
  const round = async (): Promise<void> => {
    if (await recallAll(features, system)) onChange()
  }
  const begin = (): Promise<void> => {
    running = round().finally(() => {
      running = undefined
    })
    return running
  }
  return () => {
    // Asked first: between the end of one round and the beginning of the next nothing runs.
    if (next !== undefined) return next
    if (running === undefined) return begin()
    next = running
      .catch(() => undefined)
      .then(() => {
        next = undefined
        return begin()
      })
    return next
  }
}
