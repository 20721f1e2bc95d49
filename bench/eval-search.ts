// How good is search? Two ways to ask:
// npm run -s eval:search                measures the development set: nDCG@10 and recall@20 by language; --worst names queries
// npm run -s eval:search -- --docs DOCS.jsonl --queries QUERIES.jsonl --out RESULTS.jsonl
//                                       answers other people's queries over their documents: the ids of the best twenty
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { answerQueries } from './answer-queries.ts'
import { measureDevelopmentSet } from './search-dev/measure.ts'

const id = z.union([z.string(), z.number()]).transform(String)
const documentLine = z.object({
  id,
  lang: z.string().default('en'),
  title: z.string().default(''),
  text: z.string().default(''),
})
const queryLine = z.object({ id, lang: z.string().default('en'), text: z.string() })

const readLines = <Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema>[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      const parsed = schema.safeParse(JSON.parse(line))
      if (!parsed.success) throw new Error(`${file}, line ${index + 1}: ${z.prettifyError(parsed.error)}`)
      return parsed.data
    })

const usage =
  'Usage: npm run -s eval:search -- [--worst | --docs DOCS.jsonl --queries QUERIES.jsonl --out RESULTS.jsonl]'

async function run(): Promise<void> {
  const file = { type: 'string' } as const
  const { values } = parseArgs({ options: { docs: file, queries: file, out: file, worst: { type: 'boolean' } } })
  const { docs, queries, out, worst = false } = values
  if (docs === undefined && queries === undefined && out === undefined) {
    for (const line of await measureDevelopmentSet(worst)) process.stdout.write(`${line}\n`)
    return
  }
  if (docs === undefined || queries === undefined || out === undefined) throw new Error(usage)
  const results = await answerQueries(readLines(docs, documentLine), readLines(queries, queryLine))
  writeFileSync(out, results.map((result) => `${JSON.stringify(result)}\n`).join(''))
}

await run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
