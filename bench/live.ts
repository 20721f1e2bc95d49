// How many read along at once: `node scripts/build.mjs && node_modules/.bin/node bench/live.ts [streams, default 5000]`.
// Opens them on one process, each with a session of its own, and says what memory they take, how long it is until all have heard
// of a new reply, and that whom it does not reach any more hears nothing.
import { Agent, get, type IncomingMessage } from 'node:http'
import { newToken, sha256 } from '#platform/identity/token.ts'
import { loadNow, openNetwork, processorTime, quantile, residentMemory } from './running-network.ts'

const count = Number(process.argv[2] ?? 5000)
const network = await openNetwork(3982)
const { base, pid, owner } = network

const { rows: made } = await owner.query(`
  with a as (insert into audience (kind, created_by) select 'persons', id from person where slug = 'ada-lindmoser' returning id),
  c as (insert into contribution (kind, title, lang, author_id, organisation_id, audience_id, state, published_at)
    select 'question', 'Together', 'en', p.id, p.organisation_id, a.id, 'published', now() from person p, a where slug = 'ada-lindmoser' returning id, audience_id),
  q as (insert into question (contribution_id, text) select id, 'Who reads along?' from c)
  select id, audience_id as audience from c`)
const { id, audience } = made[0]
const tokens = Array.from({ length: count }, newToken)
await owner.query(
  `with fresh as (insert into person (slug, name, email, role, organisation_id, lang)
     select 'reader-' || n, 'Reader ' || n, 'reader-' || n || '@bench.example', 'colleague', (select organisation_id from person where slug = 'ada-lindmoser'), 'en'
     from generate_series(1, $1::int) n returning id, slug),
   named as (insert into audience_person select $2::int, id from fresh),
   kept as (select id, row_number() over (order by id) as n from fresh)
   insert into session (person_id, token_hash, expires_at) select kept.id, ($3::text[])[kept.n], now() + interval '1 day' from kept`,
  [count, audience, tokens.map(sha256)],
)
await owner.query('insert into audience_person select $1, id from person where slug = $2', [audience, 'ada-lindmoser'])
await owner.query('analyze')

const heard = new Map<number, number>()
const agent = new Agent({ keepAlive: false, maxSockets: Infinity })
const open = (token: string, index: number): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const since = new Date(Date.now() + 60_000).toISOString()
    const address = `${base}/contributions/${id}/live?since=${encodeURIComponent(since)}`
    const request = get(address, { agent, headers: { cookie: `session=${token}` } }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`Stream ${index} was answered ${answer.statusCode}.`))
      answer.on('data', (piece: Buffer) => piece.includes('event: changed') && heard.set(index, performance.now()))
      answer.on('error', () => undefined)
      resolve(answer)
    })
    request.on('error', reject)
  })

const entered = await fetch(`${base}/demo/enter`, {
  method: 'POST',
  body: new URLSearchParams({ person: 'ada-lindmoser' }),
  redirect: 'manual',
})
const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
const write = (text: string) =>
  fetch(`${base}/contributions/${id}/replies`, {
    method: 'POST',
    headers: { cookie },
    body: new URLSearchParams({ text, lang: 'en' }),
    redirect: 'manual',
  })

const before = residentMemory(pid)
const opening = performance.now()
const opened: IncomingMessage[] = []
for (let first = 0; first < count; first += 50)
  opened.push(...(await Promise.all(tokens.slice(first, first + 50).map((token, index) => open(token, first + index)))))
const openedIn = performance.now() - opening
await new Promise((resolve) => setTimeout(resolve, 3000))
const idle = residentMemory(pid)

async function tell(text: string, expected: number): Promise<{ p50: number; last: number; processor: number }> {
  heard.clear()
  const processor = processorTime(pid)
  const begun = performance.now()
  await write(text)
  while (heard.size < expected && performance.now() - begun < 60_000)
    await new Promise((resolve) => setTimeout(resolve, 20))
  await new Promise((resolve) => setTimeout(resolve, 1000))
  const waits = [...heard.values()].map((at) => at - begun)
  return { p50: quantile(waits, 0.5), last: Math.max(...waits), processor: processorTime(pid) - processor }
}
const told = await tell('A new answer.', count)
const all = heard.size
await owner.query(
  `delete from audience_person where audience_id = $1 and person_id in (select id from person where slug like 'reader-%' order by id limit $2)`,
  [audience, Math.floor(count / 2)],
)
const half = await tell('Only for those who are still in it.', count - Math.floor(count / 2))
const afterwards = residentMemory(pid)
const mebibytes = (bytes: number): string => (bytes / 1_048_576).toFixed(0)
process.stdout.write(
  `load ${loadNow()}; ${count} streams on one process, opened in ${(openedIn / 1000).toFixed(1)} s
memory of the process: ${mebibytes(before)} MiB before, ${mebibytes(idle)} MiB with all open (${((idle - before) / count / 1024).toFixed(1)} KiB each), ${mebibytes(afterwards)} MiB after two replies
a new reply: ${all} of ${count} heard of it, half of them after ${told.p50.toFixed(0)} ms, the last after ${told.last.toFixed(0)} ms, ${told.processor} ms of the app's processor
after half of them were taken out of the audience: ${heard.size} heard of the next, the last after ${half.last.toFixed(0)} ms\n`,
)
for (const answer of opened) answer.destroy()
await network.end()
