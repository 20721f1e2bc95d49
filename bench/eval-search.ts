// npm run -s eval:search -- --docs DOCS.jsonl --queries QUERIES.jsonl --out RESULTS.jsonl
// Indexes the documents into an empty temporary index and writes, for each query, the ids of the best twenty.
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { findDocuments } from '../src/features/search/public.ts'
import { indexPlainDocuments, openTemporaryIndex, type PlainDocument } from './temporary-index.ts'

const id = z.union([z.string(), z.number()]).transform(String)
const documentLine = z.object({
  id,
  lang: z.string().default('en'),
  title: z.string().default(''),
  text: z.string().default(''),
})
const queryLine = z.object({ id, lang: z.string().default('en'), text: z.string() })
const mostResults = 20

const readLines = <Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema>[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      const parsed = schema.safeParse(JSON.parse(line))
      if (!parsed.success) throw new Error(`${file}, line ${index + 1}: ${z.prettifyError(parsed.error)}`)
      return parsed.data
    })

export interface PlainQuery {
  readonly id: string
  readonly lang: string
  readonly text: string
}
export interface QueryResult {
  readonly query: string
  readonly results: readonly string[]
}

/** Answers every query over these documents, as a visitor. */
export async function answerQueries(
  documents: readonly PlainDocument[],
  queries: readonly PlainQuery[],
): Promise<QueryResult[]> {
  const index = await openTemporaryIndex()
  try {
    await indexPlainDocuments(index.database, documents)
    const results: QueryResult[] = []
    for (const query of queries) {
      const search = { text: query.text, lang: query.lang, limit: mostResults, offset: 0, now: new Date() }
      const found = await index.database.read({ visitor: true }, (db) => findDocuments(db, search))
      results.push({ query: query.id, results: found.items.map((item) => documents[item.id - 1]?.id ?? '') })
    }
    return results
  } finally {
    await index.close()
  }
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: { docs: { type: 'string' }, queries: { type: 'string' }, out: { type: 'string' } },
  })
  const { docs, queries, out } = values
  if (docs === undefined || queries === undefined || out === undefined)
    throw new Error('Usage: npm run -s eval:search -- --docs DOCS.jsonl --queries QUERIES.jsonl --out RESULTS.jsonl')
  const results = await answerQueries(readLines(docs, documentLine), readLines(queries, queryLine))
  writeFileSync(out, results.map((result) => `${JSON.stringify(result)}\n`).join(''))
}

if (import.meta.main)
  await run().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  })
