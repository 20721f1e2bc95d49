// How a thread bears many replies: `node scripts/build.mjs && node_modules/.bin/node bench/thread.ts [replies, default 100000]`.
// One thread has 2,000 of them, the others 20 each. Asked one after the other, as a signed-in person; the same short thread is
// asked before the network is filled, so that the ratio says what filling did. Machines are noisy: read ratios, and the time of
// the processor, which other programs do not lengthen much.
import { loadNow, openNetwork, processorTime, quantile } from './running-network.ts'

const replies = Number(process.argv[2] ?? 100_000)
const long = 2000
const rounds = 60
const network = await openNetwork(3981)
const { base, pid, owner } = network

const entered = await fetch(`${base}/demo/enter`, {
  method: 'POST',
  body: new URLSearchParams({ person: 'ada-lindmoser' }),
  redirect: 'manual',
})
const headers = { cookie: entered.headers.getSetCookie()[0]?.split(';')[0] ?? '' }

const text = 'We began with two people on Fridays. **It took a year** until the bars paid half of it.'
async function addThread(title: string, count: number): Promise<number> {
  const { rows } = await owner.query(
    `with c as (insert into contribution (kind, title, lang, author_id, organisation_id, audience_id, state, published_at)
       select 'question', $1, 'en', id, organisation_id, 2, 'published', now() from person where slug = 'beatriz-ribeirinha-douro' returning id)
     insert into question (contribution_id, text) select id, 'Who has done it?' from c returning contribution_id as id`,
    [title],
  )
  await addReplies([rows[0].id], count)
  return rows[0].id
}
const addReplies = (ids: readonly number[], count: number) =>
  owner.query(
    `insert into reply (contribution_id, author_id, organisation_id, lang, text, created_at)
     select c, p.id, p.organisation_id, p.lang, $3 || n, now() - (interval '1 minute' * ($2::int - n))
     from unnest($1::int[]) c cross join generate_series(1, $2::int) n
       join lateral (select id, organisation_id, lang from person where invented and left_at is null order by id offset n % 12 limit 1) p on true`,
    [ids, count, text],
  )

interface Measured {
  readonly p50: number
  readonly p95: number
  /** Milliseconds of the app's processor for each request. */
  readonly processor: number
  readonly kilobytes: number
}
async function measure(path: string): Promise<Measured> {
  const ask = async () => (await fetch(base + path, { headers })).text()
  for (let round = 0; round < rounds; round += 1) await ask()
  const before = processorTime(pid)
  const times: number[] = []
  let bytes = 0
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now()
    bytes = (await ask()).length
    times.push(performance.now() - begun)
  }
  const processor = (processorTime(pid) - before) / rounds
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95), processor, kilobytes: bytes / 1000 }
}

const short = await addThread('short', 20)
const places: [string, string][] = [['20 replies, nearly empty network', `/questions/${short}-short`]]
const rows: [string, Measured][] = []
for (const [name, path] of places) rows.push([name, await measure(path)])

const others: number[] = []
for (let number = 0; number < Math.max(0, replies - long) / 20; number += 1)
  others.push(await addThread(`other ${number}`, 0))
await addReplies(others, 20)
const many = await addThread('long', long)
await owner.query('analyze')
const { rows: newest } = await owner.query(
  'select id from reply where contribution_id = $1 order by id offset 1200 limit 1',
  [many],
)
const later: [string, string][] = [
  [`20 replies of ${replies.toLocaleString('en')}`, `/questions/${short}-short`],
  [`${long} replies, first page`, `/questions/${many}-long`],
  [`${long} replies, newest page`, `/questions/${many}-long?replies=last`],
  [`${long} replies, at one reply`, `/questions/${many}-long?reply=${newest[0].id}`],
]
for (const [name, path] of later) rows.push([name, await measure(path)])

const first = rows[0]?.[1].p50 ?? 1
process.stdout.write(`load ${loadNow()} while measuring; ${rounds} requests each\n`)
for (const [name, { p50, p95, processor, kilobytes }] of rows)
  process.stdout.write(
    `${name.padEnd(34)} p50 ${p50.toFixed(0).padStart(4)} ms  p95 ${p95.toFixed(0).padStart(4)} ms  ratio ${(p50 / first).toFixed(2)}  processor ${processor.toFixed(1).padStart(5)} ms  ${kilobytes.toFixed(0).padStart(4)} kB\n`,
  )
await network.end()
