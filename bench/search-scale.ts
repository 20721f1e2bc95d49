// How fast is search when there is much to find? `npm run -s bench:search [-- DOCUMENTS…]`, 10,000 and 100,000 unless said
// otherwise. On a database server of its own, thrown away afterwards: this search through its whole code, as somebody who
// is signed in; beside it, on the same server, PostgreSQL's own text search; and MiniSearch in memory as the floor.
import { askInMemory, fillInMemory } from './search-scale/in-memory.ts'
import { askOurs, askWhileIndexing, featureWith, indexOurs, typeOurs } from './search-scale/ours.ts'
import { askQuestions, typeQuestions } from './search-scale/questions.ts'
import { askTextSearch, fillTextSearch } from './search-scale/text-search.ts'
import { memory, secondsFor, type Times, timeEach } from './search-scale/timing.ts'
import { closeScaleTown, insertContributions, openScaleTown } from './search-scale/town.ts'

const asked = 200
const print = (line: string): void => void process.stdout.write(`${line}\n`)
const milliseconds = (value: number): string => value.toFixed(1).padStart(8)
const row = (name: string, { p50, p95, p99 }: Times): string =>
  `  ${name.padEnd(34)}${milliseconds(p50)}${milliseconds(p95)}${milliseconds(p99)}`
const rate = (documents: number, seconds: number): string =>
  `${seconds.toFixed(1)} s, ${Math.round(documents / seconds)} documents a second`

async function measure(documents: number): Promise<void> {
  const town = await openScaleTown()
  const { make } = town
  await insertContributions(town, documents)
  const feature = featureWith(town, documents)
  const questions = askQuestions(asked, make, documents)
  const typed = typeQuestions(questions)
  print(
    `\n${documents} documents, in ${town.circles.own.length + town.circles.foreign.length + 2} audiences, ${town.audiences.length} of them within reach`,
  )
  print(`  indexed in ${rate(documents, await secondsFor(() => indexOurs(town, feature)))}`)
  await town.owner.query('vacuum (analyze)')
  const [{ size, rows }] = (
    await town.owner.query(`select pg_size_pretty(pg_total_relation_size('search_posting')) as size,
    (select count(*) from search_posting) as rows`)
  ).rows
  print(`  postings: ${size} in ${rows} rows; memory of this process ${memory().toFixed(0)} MB`)

  // The first of all load the languages and warm the server; they are asked again below.
  await timeEach(questions.slice(0, 20), (question) => askOurs(town, question))
  const ours = await timeEach(questions, (question) => askOurs(town, question))
  const suggested = await timeEach(typed, (question) => typeOurs(town, question))

  const filled = await secondsFor(() => fillTextSearch(town.owner, make, documents))
  await timeEach(questions.slice(0, 20), (question) => askTextSearch(town.owner, question, town.audiences))
  const theirs = await timeEach(questions, (question) => askTextSearch(town.owner, question, town.audiences))
  await town.owner.query('drop table plain')

  const before = memory()
  const begun = performance.now()
  const kept = fillInMemory(make, documents)
  const seconds = (performance.now() - begun) / 1000
  const reach = new Set(town.audiences)
  const floor = await timeEach(questions, (question) => askInMemory(kept, question, reach))
  const held = memory() - before

  print(`\n  ${asked} questions, in milliseconds        p50     p95     p99`)
  print(row('ours, with facets and reasons', ours))
  print(row('tsvector, GIN, ts_rank_cd', theirs))
  print(row('MiniSearch, in memory', floor))
  print(row('ours, suggestions while typing', suggested))
  const times = (one: number, other: number): string => `${(one / other).toFixed(1)}×`
  print(
    `  ts_rank_cd takes ${times(theirs.p50, ours.p50)} as long as ours at p50, ${times(theirs.p95, ours.p95)} at p95, ${times(theirs.p99, ours.p99)} at p99`,
  )
  print(`  tsvector and GIN filled in ${rate(documents, filled)}`)
  print(`  MiniSearch filled in ${rate(documents, seconds)}; holds ${held.toFixed(0)} MB`)

  const part = Math.min(documents, 20_000)
  const again = await askWhileIndexing(town, feature, questions)
  print(row('ours, while all is made anew', again.times))
  print(`  made anew meanwhile in ${rate(documents, again.seconds)}; memory ${memory().toFixed(0)} MB`)
  void part
  await closeScaleTown(town)
}

const sizes = process.argv.slice(2).map(Number)
for (const documents of sizes.length === 0 ? [10_000, 100_000] : sizes) await measure(documents)
