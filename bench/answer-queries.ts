// Answers queries over documents from an empty temporary index, as a visitor.
import { findDocuments } from '../src/features/search/public.ts'
import { indexPlainDocuments, openTemporaryIndex, type PlainDocument } from './temporary-index.ts'

export const mostResults = 20

export interface PlainQuery {
  readonly id: string
  /** Language of whoever asks. */
  readonly lang: string
  readonly text: string
}
export interface QueryResult {
  readonly query: string
  /** Ids of documents, best first, at most `mostResults`. */
  readonly results: readonly string[]
}

export async function answerQueries(
  documents: readonly PlainDocument[],
  queries: readonly PlainQuery[],
): Promise<QueryResult[]> {
  const index = await openTemporaryIndex()
  try {
    await indexPlainDocuments(index.database, documents)
    const results: QueryResult[] = []
    for (const { id, lang, text } of queries) {
      const search = { text, lang, limit: mostResults, offset: 0, now: new Date() }
      const found = await index.database.read({ visitor: true }, (db) => findDocuments(db, search))
      results.push({ query: id, results: found.items.map((item) => documents[item.id - 1]?.id ?? '') })
    }
    return results
  } finally {
    await index.close()
  }
}
