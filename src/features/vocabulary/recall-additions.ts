// The accepted words in the memory of this process: read again only when there are others than before.
import type { Db } from '#platform/db/database.ts'
import { layOverVocabulary } from '#thesaurus/vocabulary.ts'
import { listAdditions, markOfAdditions, type StoredAddition } from './store.ts'

let known: readonly StoredAddition[] = []
let mark: string | undefined

/** When the last of them was accepted, as far as this process knows. */
export const lastAdded = (): Date | undefined => known.at(-1)?.addedAt

/** For tests, each of which has a database of its own. */
export function forgetAdditions(): void {
  if (known.length > 0) layOverVocabulary([])
  known = []
  mark = undefined
}

/** Gives whether there were others. */
export async function recallAdditions(db: Db): Promise<boolean> {
  const now = await markOfAdditions(db)
  if (now === mark) return false
  const additions = await listAdditions(db)
  // They only grow: a transaction that began before another one has nothing to say any more.
  if (additions.length < known.length) return false
  const isFirst = mark === undefined && additions.length === 0
  mark = now
  known = additions
  // Without any, the files alone are what this process began with.
  if (!isFirst) layOverVocabulary(additions)
  return !isFirst
}
