// How fast is search when there is much to find? `npm run -s bench:search [-- DOCUMENTS…]`, 10,000 and 100,000 unless said
// otherwise. On a database server of its own, thrown away afterwards: this search through its whole code, as somebody who
// is signed in; beside it, on the same server, PostgreSQL's own text search; and MiniSearch in memory as the floor.
import type { Feature } from '#platform/feature.ts'
import { warmLanguages } from '#thesaurus/warm.ts'
import { askInMemory, fillInMemory } from './search-scale/in-memory.ts'
import { askOurs, askWhileIndexing, featureWith, indexOurs, typeOurs } from './search-scale/ours.ts'
import { askQuestions, type Question, typeQuestions } from './search-scale/questions.ts'
import { askTextSearch, fillTextSearch } from './search-scale/text-search.ts'
import { memory, secondsFor, type Times, timeEach } from './search-scale/timing.ts'
import { closeScaleTown, insertContributions, openScaleTown, type ScaleTown } from './search-scale/town.ts'

const asked = 200
/** The first questions load languages and warm the server; they are asked once more, and counted then. */
const warming = 40
const longestRemake = 30_000

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const rate = (documents: number, seconds: number): string =>
  `${documents} documents in ${seconds.toFixed(1)} s, ${Math.round(documents / seconds)} a second`
const row = (name: string, { p50, p95, p99 }: Times): void =>
  print(`  ${name.padEnd(34)}${[p50, p95, p99].map((value) => value.toFixed(1).padStart(9)).join('')}`)
const times = (one: number, other: number): string => `${(one / other).toFixed(1)} times`

type Ask = (question: Question) => unknown

async function timeWarm(questions: readonly Question[], ask: Ask): Promise<Times> {
  await timeEach(questions.slice(0, warming), ask)
  return timeEach(questions, ask)
}

async function index(town: ScaleTown, feature: Feature, documents: number): Promise<void> {
  const seconds = await secondsFor(() => indexOurs(town, feature))
  await town.owner.query('vacuum (analyze)')
  const { rows } = await town.owner.query(`select count(*) as rows, sum(length(data)) / 4 as postings,
    pg_size_pretty(pg_total_relation_size('search_posting')) as size from search_posting`)
  const [{ rows: count, postings, size }] = rows
  print(`  ours: indexed ${rate(documents, seconds)}; ${postings} postings in ${count} rows, ${size} on disk`)
  print(`  memory of the process ${memory().toFixed(0)} MB`)
}

async function timeTextSearch(town: ScaleTown, questions: readonly Question[], documents: number): Promise<Times> {
  const seconds = await secondsFor(() => fillTextSearch(town.owner, town.make, documents))
  print(`  tsvector and GIN: filled ${rate(documents, seconds)}`)
  const found = await timeWarm(questions, (question) => askTextSearch(town.owner, question, town.audiences))
  await town.owner.query('drop table plain')
  return found
}

async function timeInMemory(town: ScaleTown, questions: readonly Question[], documents: number): Promise<Times> {
  const before = memory()
  const begun = performance.now()
  const kept = fillInMemory(town.make, documents)
  const seconds = (performance.now() - begun) / 1000
  print(`  MiniSearch: filled ${rate(documents, seconds)}; holds ${(memory() - before).toFixed(0)} MB`)
  const reach = new Set(town.audiences)
  return timeWarm(questions, (question) => askInMemory(kept, question, reach))
}

async function measure(documents: number): Promise<void> {
  const town = await openScaleTown()
  const questions = askQuestions(asked, town.make, documents)
  await insertContributions(town, documents)
  const feature = featureWith(town, documents)
  print(`\n${documents} documents in eight languages; ${town.audiences.length} audiences within reach`)
  await index(town, feature, documents)
  // As a server does by itself a minute after its start: else the first word that a language does not know waits for it.
  await warmLanguages()
  const ours = await timeWarm(questions, (question) => askOurs(town, question))
  const typing = await timeWarm(typeQuestions(questions), (question) => typeOurs(town, question))
  const theirs = await timeTextSearch(town, questions, documents)
  const floor = await timeInMemory(town, questions, documents)
  const meanwhile = await askWhileIndexing(town, feature, questions, longestRemake)
  print(`  ours: made anew while people search ${rate(meanwhile.documents, meanwhile.seconds)}`)
  print(`\n  ${`${asked} questions, milliseconds`.padEnd(34)}      p50      p95      p99`)
  row('ours, facets and reasons', ours)
  row('ours, while all is made anew', meanwhile.times)
  row('ours, suggestions while typing', typing)
  row('tsvector, GIN, ts_rank_cd', theirs)
  row('MiniSearch, in memory', floor)
  const [p50, p95, p99] = (['p50', 'p95', 'p99'] as const).map((part) => times(theirs[part], ours[part]))
  print(`  ts_rank_cd takes ${p50} as long as ours at p50, ${p95} at p95, ${p99} at p99`)
  await closeScaleTown(town)
}

const sizes = process.argv.slice(2).map(Number)
for (const documents of sizes.length === 0 ? [10_000, 100_000] : sizes) await measure(documents)
