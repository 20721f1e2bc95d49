// Loads the demonstration's saved searches from demo/saved-searches.json; who looks for what is invented.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { LoadDemonstration } from '#platform/feature.ts'
import { getInventedPerson } from '#trunk/demonstration.ts'
import { searchQuery } from '../search/public.ts'
import { keysOf } from './matching.ts'
import { rhythms, savedFilters } from './saved-search.ts'
import { putSearch } from './store-demonstration.ts'

const file = z.array(
  z.object({
    person: z.string(),
    name: z.string(),
    text: z.string(),
    filters: z.record(z.string(), z.array(z.string())),
    rhythm: z.enum(rhythms),
    saved: z.coerce.date(),
  }),
)

/** A second time changes nothing: a search that its person has saved already stays as it is. */
export const loadSearches: LoadDemonstration = async ({ system, folder }) => {
  const entries = file.parse(JSON.parse(await readFile(join(folder, 'saved-searches.json'), 'utf8')))
  for (const { person, name, text, filters: chosen, rhythm, saved } of entries) {
    const { id, lang } = await getInventedPerson(system, person)
    const { q, page: _, ...filters } = searchQuery.parse({ ...chosen, q: text })
    const search = { personId: id, name, text: q, lang, filters: savedFilters(filters), keys: await keysOf(q, lang) }
    await putSearch(system, search, rhythm, saved)
  }
}
