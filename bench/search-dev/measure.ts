// How good is search on the development set? nDCG@10 and recall@20, in the query's own language and across languages.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { answerQueries, mostResults } from '../answer-queries.ts'
import type { PlainDocument } from '../temporary-index.ts'

type Gains = Readonly<Record<string, number>>
interface Need {
  readonly relevant: Gains
  readonly queries: Readonly<Record<string, string>>
}
interface Answered {
  readonly lang: string
  readonly text: string
  readonly found: readonly string[]
  readonly relevant: Gains
}
type Pool = (documentLang: string, queryLang: string) => boolean

/** What the thesaurus speaks; other languages wait for their labels. */
const spoken = ['de', 'en', 'fr', 'es', 'it', 'nl', 'pt', 'pl']
const pools: readonly (readonly [string, Pool])[] = [
  ['all', () => true],
  ['same', (document, query) => document === query],
  ['other', (document, query) => document !== query],
  ['other spoken', (document, query) => document !== query && spoken.includes(document)],
]

const read = (file: string): string => readFileSync(join(import.meta.dirname, file), 'utf8')

const gain = (ids: readonly string[], gains: Gains): number =>
  ids.slice(0, 10).reduce((sum, id, place) => sum + (2 ** (gains[id] ?? 0) - 1) / Math.log2(place + 2), 0)

interface Figures {
  readonly ndcg: number
  readonly recall: number
}

/** nDCG as Järvelin and Kekäläinen 2002; undefined where nothing in the pool is relevant. */
function figuresOf(
  { found, relevant, lang }: Answered,
  pool: Pool,
  langOf: ReadonlyMap<string, string>,
): Figures | undefined {
  const inPool = (id: string): boolean => pool(langOf.get(id) ?? '', lang)
  const wanted = Object.keys(relevant).filter(inPool)
  if (wanted.length === 0) return undefined
  const ideal = gain(
    wanted.toSorted((one, other) => (relevant[other] ?? 0) - (relevant[one] ?? 0)),
    relevant,
  )
  const recall = wanted.filter((id) => found.includes(id)).length / Math.min(wanted.length, mostResults)
  return { ndcg: gain(found.filter(inPool), relevant) / ideal, recall }
}

const mean = (values: readonly number[]): string =>
  values.length === 0 ? '    –' : (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(3)

const cell = (figures: readonly (Figures | undefined)[]): string => {
  const known = figures.filter((one) => one !== undefined)
  return `${mean(known.map(({ ndcg }) => ndcg))} ${mean(known.map(({ recall }) => recall))} (${known.length})`.padEnd(
    18,
  )
}

async function answerNeeds(documents: readonly PlainDocument[], needs: readonly Need[]): Promise<Answered[]> {
  const queries = needs.flatMap(({ relevant, queries }, number) =>
    Object.entries(queries).map(([lang, text]) => ({ id: `${number}-${lang}`, lang, text, relevant })),
  )
  const results = new Map((await answerQueries(documents, queries)).map(({ query, results }) => [query, results]))
  return queries.map(({ id, lang, text, relevant }) => ({ lang, text, relevant, found: results.get(id) ?? [] }))
}

/** A table, line by line: in each cell nDCG@10, recall@20 and the number of queries; `worst` adds the twenty-five poorest. */
export async function measureDevelopmentSet(worst: boolean): Promise<string[]> {
  const documents = read('docs.jsonl')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as PlainDocument)
  const langOf = new Map(documents.map(({ id, lang }) => [id, lang]))
  const answered = await answerNeeds(documents, JSON.parse(read('needs.json')) as readonly Need[])
  const lineOf = (name: string, list: readonly Answered[]): string =>
    name.padEnd(7) + pools.map(([, pool]) => cell(list.map((one) => figuresOf(one, pool, langOf)))).join('  ')
  const languages = [...new Set(answered.map(({ lang }) => lang))].sort()
  const score = (one: Answered): number => figuresOf(one, () => true, langOf)?.ndcg ?? 1
  const poorest = answered.toSorted((one, other) => score(one) - score(other)).slice(0, worst ? 25 : 0)
  return [
    `asked  ${pools.map(([name]) => name.padEnd(18)).join('  ')}   (nDCG@10 recall@20 (queries), by language of the documents)`,
    ...languages.map((lang) =>
      lineOf(
        lang,
        answered.filter((one) => one.lang === lang),
      ),
    ),
    lineOf('all', answered),
    ...poorest.map((one) => `${score(one).toFixed(2)} ${one.lang} ${one.text} → ${one.found.slice(0, 4).join(', ')}`),
  ]
}
