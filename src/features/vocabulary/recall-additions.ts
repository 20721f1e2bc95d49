// The accepted words in the memory of this process: read again only when there are others than before.
import type { Db } from '#platform/db/database.ts'
import { layOverVocabulary } from '#thesaurus/vocabulary.ts'
import { listAdditions, markOfAdditions } from './store.ts'

let mark: string | undefined
let newest: Date | undefined

/** When the last of them was accepted, as far as this process knows. */
export const lastAdded = (): Date | undefined => newest

/** Gives whether there were others. */
export async function recallAdditions(db: Db): Promise<boolean> {
  const now = await markOfAdditions(db)
  if (now === mark) return false
  const additions = await listAdditions(db)
  // Without any, the files alone are what this process began with.
  if (additions.length > 0 || mark !== undefined) layOverVocabulary(additions)
  mark = now
  newest = additions.at(-1)?.addedAt
  return true
}
