// How long a run of digests takes while the site is read, and what it costs:
// `node scripts/build.mjs && node_modules/.bin/node bench/digests.ts [readers]`, 20,000 unless said otherwise. In a built Vicinia
// of its own with the demonstration; everybody has three new things to read. Mails are written into the outbox, not waited for.
import { setTimeout as pause } from 'node:timers/promises'
import { loadNow, openNetwork, processorTime, quantile, residentMemory } from './running-network.ts'

const readers = Number(process.argv[2] ?? 20_000)
const mebibyte = 1024 * 1024

const { base, pid, owner, end } = await openNetwork(4196)
const countOf = async (sql: string): Promise<number> => Number(Object.values((await owner.query(sql)).rows[0] ?? {})[0])

await owner.query(`
  insert into organisation (slug, name, kind, country, active)
    select 'bench-' || n, 'City ' || n, 'municipality', 'DE', true from generate_series(1, 300) n;
  insert into audience (kind, organisation_id) select 'organisation', id from organisation where slug like 'bench-%' on conflict do nothing;
  insert into person (slug, name, email, organisation_id, lang, role)
    select 'bench-p' || n, 'P' || n, 'p' || n || '@example.org', (select id from organisation where slug = 'bench-' || n % 300 + 1), 'de', 'colleague'
    from generate_series(1, ${readers}) n;
  insert into notice (person_id, contribution_id, fact_id, what, area)
    select p.id, c.id, c.fact, 'new', 'watched' from person p cross join lateral (
      select c.id, (select min(f.id) from fact f where f.contribution_id = c.id) as fact from contribution c
      where c.kind = 'practice' and c.state = 'published' and c.audience_id <= 2 order by (c.id * p.id) % 97, c.id limit 3) c
    where p.slug like 'bench-p%' and c.fact is not null on conflict do nothing;
  analyze`)

const entered = await fetch(`${base}/demo/enter`, {
  method: 'POST',
  redirect: 'manual',
  headers: { origin: base, 'content-type': 'application/x-www-form-urlencoded' },
  body: 'person=ada-lindmoser',
})
const cookie = entered.headers
  .getSetCookie()
  .map((one) => one.split(';')[0])
  .join('; ')

/** Pages of somebody who is signed in, one after the other, until it is over. */
async function readPages(over: () => boolean): Promise<number[]> {
  const times: number[] = []
  while (!over()) {
    const begun = performance.now()
    const answer = await fetch(`${base}/questions`, { headers: { cookie } })
    await answer.text()
    if (answer.status !== 200) throw new Error(`A page was answered with ${answer.status}.`)
    times.push(performance.now() - begun)
    await pause(20)
  }
  return times
}
const p = (times: readonly number[], share: number): string => quantile(times, share).toFixed(0)

let calm = false
const before = readPages(() => calm)
await pause(5000)
calm = true
const calmTimes = await before
const memoryBefore = residentMemory(pid)
const processorBefore = processorTime(pid)

let over = false
const during = readPages(() => over)
const begun = performance.now()
// As the hour writes it down.
await owner.query(`
  insert into digest (person_id, day, weekly) select id, current_date, false from person where slug like 'bench-p%';
  insert into fact (name) values ('digest.raised')`)
const memory: number[] = []
const left = (): Promise<number> => countOf('select count(*) from digest where closed_at is null')
while ((await left()) > 0) {
  memory.push(residentMemory(pid))
  if (performance.now() - begun > 3_600_000) throw new Error('Not sent within an hour.')
  await pause(500)
}
const seconds = (performance.now() - begun) / 1000
over = true
const busyTimes = await during
const processor = processorTime(pid) - processorBefore
const mailed = await countOf('select count(*) from digest where mailed_at is not null')
const mails = await countOf('select count(distinct person_id) from digest where mailed_at is not null')
const half = memory[Math.floor(memory.length / 2)] ?? memoryBefore

process.stdout.write(
  `${mailed} digests for ${mails} persons in ${seconds.toFixed(0)} s, ${((seconds * 1000) / readers).toFixed(1)} ms each (load ${loadNow()})
processor of the process ${(processor / 1000).toFixed(0)} s; memory ${(memoryBefore / mebibyte).toFixed(0)} MiB before, ${(half / mebibyte).toFixed(0)} half way, ${((memory.at(-1) ?? 0) / mebibyte).toFixed(0)} at the end, at most ${(Math.max(...memory) / mebibyte).toFixed(0)}
a page before: p50 ${p(calmTimes, 0.5)} ms, p95 ${p(calmTimes, 0.95)} ms; meanwhile: p50 ${p(busyTimes, 0.5)} ms, p95 ${p(busyTimes, 0.95)} ms (${busyTimes.length} pages)
`,
)
await end()
