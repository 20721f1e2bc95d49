// How good is search on the development set? Prints nDCG@10 for same-language and for cross-language answers.
// node bench/search-dev/measure.ts [--worst]
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { answerQueries, type PlainQuery, type QueryResult } from '../eval-search.ts'
import type { PlainDocument } from '../temporary-index.ts'

type Gains = Readonly<Record<string, number>>
interface Need {
  readonly relevant: Gains
  readonly queries: Readonly<Record<string, string>>
}

const read = (file: string): string => readFileSync(join(import.meta.dirname, file), 'utf8')
const documents = read('docs.jsonl')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as PlainDocument)
const needs = JSON.parse(read('needs.json')) as readonly Need[]
const langOf = new Map(documents.map(({ id, lang }) => [id, lang]))
/** What the thesaurus speaks; other languages wait for their labels. */
const spoken = ['de', 'en', 'fr', 'es', 'it', 'nl', 'pt', 'pl']

const gain = (ids: readonly string[], gains: Gains): number =>
  ids.slice(0, 10).reduce((sum, id, place) => sum + (2 ** (gains[id] ?? 0) - 1) / Math.log2(place + 2), 0)

/** Järvelin and Kekäläinen 2002; undefined where nothing in the pool is relevant. */
const ndcg = (ids: readonly string[], gains: Gains, inPool: (id: string) => boolean): number | undefined => {
  const pooled = Object.fromEntries(Object.entries(gains).filter(([id]) => inPool(id)))
  const ideal = gain(
    Object.keys(pooled).sort((one, other) => (pooled[other] ?? 0) - (pooled[one] ?? 0)),
    pooled,
  )
  return ideal === 0 ? undefined : gain(ids.filter(inPool), pooled) / ideal
}

const mean = (values: readonly (number | undefined)[]): string => {
  const known = values.filter((value) => value !== undefined)
  return `${(known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length)).toFixed(3)} (${known.length} queries)`
}

const queries = needs.flatMap((need, number) =>
  Object.entries(need.queries).map(([lang, text]) => ({ id: `${number}-${lang}`, lang, text, need })),
)
const results = new Map(
  (await answerQueries(documents, queries satisfies readonly PlainQuery[])).map(({ query, results }: QueryResult) => [
    query,
    results,
  ]),
)
const scored = queries.map(({ id, lang, text, need }) => {
  const found = results.get(id) ?? []
  return {
    text,
    lang,
    found,
    all: ndcg(found, need.relevant, () => true),
    same: ndcg(found, need.relevant, (document) => langOf.get(document) === lang),
    cross: ndcg(found, need.relevant, (document) => langOf.get(document) !== lang),
    spoken: ndcg(
      found,
      need.relevant,
      (document) => langOf.get(document) !== lang && spoken.includes(langOf.get(document) ?? ''),
    ),
  }
})
const line = (name: string, key: 'all' | 'same' | 'cross' | 'spoken'): void =>
  void process.stdout.write(`${name.padEnd(46)} nDCG@10 ${mean(scored.map((one) => one[key]))}\n`)
line('all documents', 'all')
line('same language', 'same')
line('other languages', 'cross')
line('other languages that the thesaurus speaks', 'spoken')
if (process.argv.includes('--worst'))
  for (const { text, lang, found, all, spoken: cross } of scored
    .toSorted((one, other) => (one.all ?? 1) - (other.all ?? 1))
    .slice(0, 30))
    process.stdout.write(`${all?.toFixed(2)} ${cross?.toFixed(2)} ${lang} ${text} → ${found.slice(0, 4).join(', ')}\n`)
