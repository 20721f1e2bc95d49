// How good is search? Three ways to ask:
// npm run -s eval:search                measures the development set: nDCG@10, recall@10 and MRR@10; --worst names queries
// npm run -s eval:search -- --docs DOCS.jsonl --queries QUERIES.jsonl --out RESULTS.jsonl
//                                       answers other people's queries over their documents: the ids of the best twenty
// npm run -s eval:search -- --score RESULTS.jsonl --docs DOCS.jsonl --queries QUERIES.jsonl
//                                       scores such results where the queries have grades; --worst names queries
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { answerQueries } from './answer-queries.ts'
import { documentLine, gradedQueryLine, queryLine, readLines, resultLine } from './search-dev/files.ts'
import { languagesOf, measureDevelopmentSet } from './search-dev/measure.ts'
import { type Scored, scoreResults } from './search-dev/score.ts'
import { drawTable, drawWorst } from './search-dev/table.ts'

const usage =
  'Usage: npm run -s eval:search -- [--worst | --docs DOCS.jsonl --queries QUERIES.jsonl (--out RESULTS.jsonl | --score RESULTS.jsonl [--worst])]'

const print = (scored: readonly Scored[], worst: boolean): void => {
  for (const line of [...drawTable(scored), ...(worst ? drawWorst(scored) : [])]) process.stdout.write(`${line}\n`)
}

const scoreFiles = (docs: string, queries: string, results: string): Scored[] =>
  scoreResults(
    languagesOf(readLines(docs, documentLine)),
    readLines(queries, gradedQueryLine),
    readLines(results, resultLine),
  )

async function run(): Promise<void> {
  const file = { type: 'string' } as const
  const options = { docs: file, queries: file, out: file, score: file, worst: { type: 'boolean' } } as const
  const { docs, queries, out, score, worst = false } = parseArgs({ options }).values
  if ([docs, queries, out, score].every((one) => one === undefined)) return print(await measureDevelopmentSet(), worst)
  if (docs === undefined || queries === undefined || (out === undefined) === (score === undefined))
    throw new Error(usage)
  if (score !== undefined) return print(scoreFiles(docs, queries, score), worst)
  if (out === undefined || worst) throw new Error(usage)
  const results = await answerQueries(readLines(docs, documentLine), readLines(queries, queryLine))
  writeFileSync(out, results.map((result) => `${JSON.stringify(result)}\n`).join(''))
}

await run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
