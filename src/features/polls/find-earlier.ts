// Earlier polls about the same, within the asker's own reach: what has been asked once need not be asked again.
import type { Db } from '#platform/db/database.ts'
import type { AnyVisit } from '#platform/http/visit.ts'
import { type FoundItem, findDocuments, noFilters } from '../search/public.ts'

const most = 5
/** As many letters as the search itself takes. */
const longest = 300

/** Without `meaning`, which may be computed elsewhere: what nobody has sent yet leaves for no other server. */
export async function findEarlier(c: AnyVisit, db: Db, text: string): Promise<readonly FoundItem[]> {
  const { t, now } = c.var
  const filters = { ...noFilters, kind: ['poll'] }
  const words = text.slice(0, longest).toWellFormed()
  const found = await findDocuments(db, { text: words, lang: t.lang, filters, limit: most, offset: 0, now })
  return found.items
}
