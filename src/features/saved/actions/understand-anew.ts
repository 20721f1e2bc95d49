// The thesaurus grows: once a night every saved search is understood as it would be today.
import type { Db } from '#platform/db/database.ts'
import { keysOf } from '../matching.ts'
import { changeKeys, listToUnderstand } from '../store-matches.ts'

const batch = 200

export async function understandAnew(system: Db): Promise<void> {
  for (let after = 0; ; ) {
    const searches = await listToUnderstand(system, after, batch)
    for (const { id, text, lang, keys } of searches) {
      const fresh = await keysOf(text, lang)
      if (fresh.join('\n') !== keys.join('\n')) await changeKeys(system, id, fresh)
    }
    if (searches.length < batch) return
    after = searches.at(-1)?.id ?? after
  }
}
