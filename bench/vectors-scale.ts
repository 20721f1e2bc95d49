// What do meaning vectors add to a search? `node_modules/.bin/node bench/vectors-scale.ts [VECTORS…]`, 10,000 and 100,000 unless
// said otherwise, of 384 numbers: the time from a query's vector to what is near, as a person signed in. What the embedder takes
// is not in it. The vectors are drawn by lot: the time does not depend on what they say.
import { createMeaning } from '#platform/embedding/ask-meaning.ts'
import { findNearTo, modelId } from '../src/features/search/near-meaning.ts'
import { rankingWeights } from '../src/features/search/ranking-weights.ts'
import { timeEach } from './search-scale/timing.ts'
import { closeScaleTown, openScaleTown, type ScaleTown } from './search-scale/town.ts'

const asked = 200
const numbers = 384
const model = 'drawn-by-lot'

/** A part of them out of reach, as in a network. */
async function fill({ owner, circles }: ScaleTown, vectors: number): Promise<void> {
  const audiences = [1, 1, 1, 2, 2, 2, ...circles.own, ...circles.foreign]
  await owner.query('truncate search_signature, search_vector')
  const rows = `from generate_series(1, ${vectors}) g, lateral (select ($1::int[])[1 + g % ${audiences.length}] as audience) a`
  const byLot = (part: string): string => `md5(random()::text || g || ${part})`
  await owner.query(
    `insert into search_signature select g, a.audience, ${modelId(model)},
       (select string_agg(('x' || ${byLot('i')})::bit(128)::text, '') from generate_series(1, 4) i)::bit(512) ${rows}`,
    [audiences],
  )
  await owner.query(
    `insert into search_vector (document_id, audience, model, text_hash, vector)
       select g, a.audience, ${modelId(model)}, '', '\\x3c000000'::bytea ||
         (select string_agg(decode(${byLot('i')}, 'hex'), ''::bytea) from generate_series(1, ${numbers / 16}) i) ${rows}`,
    [audiences],
  )
  await owner.query('vacuum (analyze) search_signature, search_vector')
}

async function measure(town: ScaleTown, vectors: number): Promise<void> {
  await fill(town, vectors)
  const embedder = { model, embed: async () => [Float32Array.from({ length: numbers }, () => Math.random() - 0.5)] }
  const meaning = createMeaning({
    embedder,
    reach: 'all',
    sentTo: undefined,
    warn: (failure) => console.error(failure),
  })
  const words = Array.from({ length: asked + 20 }, (_, number) => `words ${number}`)
  // As many as the words found first, spread over all.
  const best = Array.from({ length: rankingWeights.nearest }, (_, at) => ({
    id: 1 + at * Math.floor(vectors / 200),
    score: 1,
  }))
  const ask = (text: string): Promise<unknown> =>
    town.index.database.read(town.key, (db) => findNearTo(db, meaning, text, rankingWeights)(best))
  await timeEach(words.slice(asked), ask)
  const { p50, p95, p99 } = await timeEach(words.slice(0, asked), ask)
  const [{ size }] = (
    await town.owner.query(`select pg_size_pretty(pg_total_relation_size('search_signature')) || ' of signatures, ' ||
      pg_size_pretty(pg_total_relation_size('search_vector')) || ' of vectors' as size`)
  ).rows
  process.stdout.write(
    `${vectors} vectors, ${size}: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms over ${asked} questions\n`,
  )
}

const town = await openScaleTown()
const sizes = process.argv.slice(2).map(Number)
for (const vectors of sizes.length === 0 ? [10_000, 100_000] : sizes) await measure(town, vectors)
await closeScaleTown(town)
