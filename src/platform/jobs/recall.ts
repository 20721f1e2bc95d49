// What a process keeps in memory of the database, brought up to date: one round at a time, however many facts arrive.
import type { Db } from '../db/database.ts'
import type { Feature } from '../feature.ts'
import { type InTurn, inTurn } from './in-turn.ts'

/** One round through all features that keep something; gives whether anything changed. */
export async function recallAll(features: readonly Feature[], system: Db): Promise<boolean> {
  let changed = false
  for (const { recall } of features) if (recall !== undefined && (await recall(system))) changed = true
  return changed
}

/** `onChange` is called after a round that changed something: a page drawn meanwhile may know less than it should. */
export const createRecall = (features: readonly Feature[], system: Db, onChange: () => void): InTurn =>
  inTurn(async () => {
    if (await recallAll(features, system)) onChange()
  })
