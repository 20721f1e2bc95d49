// Under the Chatham House Rule search says of nothing in a room which city it comes from: not in a result, not by a filter or its count.
import type { Db } from '#platform/db/database.ts'
import type { SearchDocument } from '#platform/feature.ts'
import { listUnderRule } from './index-store.ts'

const withoutCity = ({ organisation: _, country: __, ...rest }: SearchDocument): SearchDocument => rest

/** Documents as they may be found or compared; read as the system. */
export async function keepRule(
  system: Db,
  documents: readonly (SearchDocument | undefined)[],
): Promise<(SearchDocument | undefined)[]> {
  const ruled = await listUnderRule(
    system,
    documents.flatMap((document) => document?.audience ?? []),
  )
  return documents.map((document) =>
    document !== undefined && ruled.has(document.audience) ? withoutCity(document) : document,
  )
}
