// How long it takes to tell many of one new practice while the site is read, and what it costs:
// `node scripts/build.mjs && node_modules/.bin/node bench/notices.ts [watchers]`, 20,000 unless said otherwise. In a built
// Vicinia of its own with the demonstration; half of the watchers want a mail, which is not waited for. They have chosen what they
// watch: else the start would first choose for each of them.
import { setTimeout as pause } from 'node:timers/promises'
import { loadNow, openNetwork, processorTime, quantile, residentMemory } from './running-network.ts'

const watchers = Number(process.argv[2] ?? 20_000)
const mebibyte = 1024 * 1024

const { base, pid, owner, end } = await openNetwork(4197)
const countOf = async (sql: string): Promise<number> => Number(Object.values((await owner.query(sql)).rows[0] ?? {})[0])

await owner.query(`
  insert into organisation (slug, name, kind, country, active)
    select 'bench-' || n, 'City ' || n, 'municipality', 'DE', true from generate_series(1, 300) n;
  insert into person (slug, name, email, organisation_id, lang, role)
    select 'bench-p' || n, 'P' || n, 'p' || n || '@example.org', (select id from organisation where slug = 'bench-' || n % 300 + 1), 'de', 'colleague'
    from generate_series(1, ${watchers}) n;
  insert into subscription (person_id, kind, ref) select id, 'concept', 'lighting' from person where slug like 'bench-p%';
  insert into notice_rhythm (person_id, area, rhythm) select id, 'watched', 'at_once' from person where slug like 'bench-p%' and id % 2 = 0;
  insert into notice_default (person_id, settled_at) select id, now() from person where slug like 'bench-p%';
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

let told = false
const during = readPages(() => told)
const begun = performance.now()
await owner.query(`
  with made as (insert into contribution (kind, title, lang, concepts, author_id, steward_id, organisation_id, audience_id, state, published_at)
    select 'practice', 'Measured', 'de', '{lighting}', id, id, organisation_id, 2, 'published', now() from person where slug = 'ada-lindmoser'
    returning id, author_id, organisation_id, audience_id)
  insert into fact (name, actor_id, organisation_id, contribution_id, audience_id)
    select 'practice.published', author_id, organisation_id, id, audience_id from made`)
let most = memoryBefore
while (
  (await countOf(
    `select count(*) from notice n join contribution c on c.id = n.contribution_id where c.title = 'Measured'`,
  )) < watchers
) {
  most = Math.max(most, residentMemory(pid))
  if (performance.now() - begun > 120_000) throw new Error('Not told within two minutes.')
  await pause(50)
}
const milliseconds = performance.now() - begun
const processor = processorTime(pid) - processorBefore
await pause(5000)
most = Math.max(most, residentMemory(pid))
told = true
const busyTimes = await during
const facts = await countOf(`select count(*) from fact where name = 'notice.raised'`)

process.stdout.write(
  `${watchers} watchers told of one practice in ${(milliseconds / 1000).toFixed(1)} s, ${facts} of them by mail (load ${loadNow()})
processor of the process ${processor.toFixed(0)} ms, memory ${(memoryBefore / mebibyte).toFixed(0)} MiB before, at most ${(most / mebibyte).toFixed(0)} MiB
a page before: p50 ${p(calmTimes, 0.5)} ms, p95 ${p(calmTimes, 0.95)} ms; meanwhile and five seconds on: p50 ${p(busyTimes, 0.5)} ms, p95 ${p(busyTimes, 0.95)} ms (${busyTimes.length} pages)
`,
)
await end()
