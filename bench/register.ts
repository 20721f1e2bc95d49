// How fast the register and the members of a day are with many members: each page beside a bare node:http server that sends the
// same bytes, in the same run, one request after the other, as a person and as a visitor whose pages are not kept.
//   node scripts/build.mjs && node bench/register.ts [--members 10000] [--practices 10000] [--rounds 60]
// Other work on the machine lengthens the times; the time of a core (of app and database together) much less so.
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { loadConfig } from '#platform/config.ts'
import { runningServer } from '#platform/db/embedded-server.ts'

const { values } = parseArgs({
  options: {
    members: { type: 'string', default: '10000' },
    practices: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '60' },
  },
})
const [members, practices, rounds] = [values.members, values.practices, values.rounds].map(Number) as [
  number,
  number,
  number,
]
const port = 3978
const base = `http://127.0.0.1:${port}`
const node = 'node_modules/.bin/node'

/** Names with and without accents, in two languages; every fifth belongs to the German forum, every tenth left in 2020. */
const filling = `
  set session_replication_role = replica;
  create temporary table fresh as select n,
    (array['Łódź', 'Görl', 'Saint-É', 'São ', 'Øst', 'Ängs', 'Mün', 'Bel'])[n % 8 + 1]
      || (array['stätten', 'ville', 'owo', 'heim', 'ção', 'burg', 'mark'])[n % 7 + 1] || ' ' || n as name,
    (array['DE', 'FR', 'IT', 'PT', 'PL', 'ES', 'NL', 'AT'])[n % 8 + 1] as country from generate_series(1, ${members}) n;
  insert into organisation (slug, name, names, kind, country, active)
    select 'bench-' || lpad(n::text, 5, '0'), name, jsonb_build_object('de', 'Neu' || lower(name), 'pl', name || 'ów'), 'municipality', country, true from fresh;
  insert into member (organisation_id, local_name, population, population_year, latitude, longitude, languages, state)
    select o.id, o.name, 5000 + (o.id * 7919) % 900000, 2023, 37 + (o.id * 31 % 3000) / 100.0, -9 + (o.id * 17 % 4000) / 100.0, array['de'], 'member'
    from organisation o where o.slug like 'bench-%';
  insert into membership (organisation_id, forum_id, begins_on, ends_on, closes_on, closing, ground)
    select id, null, '2015-01-01', case when id % 10 = 0 then date '2020-12-31' end, case when id % 10 = 0 then date '2020-12-31' end,
      case when id % 10 = 0 then 'register' end, 'register' from organisation where slug like 'bench-%';
  insert into forum_member (organisation_id, forum_id) select o.id, f.id from organisation o, forum f where o.slug like 'bench-%' and f.slug = 'forum-germany' and o.id % 5 = 0;
  insert into population_figure (organisation_id, as_of, population, source)
    select id, make_date(2020 + y, 12, 31), 5000 + (id * 7919 + y * 31) % 900000, 'bench' from organisation, generate_series(0, 4) y where slug like 'bench-%';
  insert into contribution (kind, title, lang, author_id, steward_id, organisation_id, audience_id, state, published_at, concepts)
    select 'practice', 'Practice ' || n, 'en', p.id, p.id, o.id, n % 2 + 1, 'published', '2025-01-01',
      array[(array['youth', 'lighting', 'nightlife', 'traffic', 'women'])[n % 5 + 1], (array['seniors', 'homelessness', 'schools'])[n % 3 + 1]]
    from (select min(id) as id from person) p, generate_series(1, ${practices}) n join organisation o on o.slug = 'bench-' || lpad((n * 7 % ${members} + 1)::text, 5, '0');
  set session_replication_role = origin;`

async function fill(environment: Readonly<Record<string, string | undefined>>): Promise<void> {
  const config = loadConfig(environment)
  if (!config.done) throw new Error(config.refusal)
  const { dataDir, secret } = config.value
  const client = new pg.Client(
    runningServer(dataDir, createHmac('sha256', secret).update('vicinia_owner').digest('hex')),
  )
  await client.connect()
  // What autovacuum does within a minute.
  await client
    .query(filling)
    .then(() => client.query('vacuum analyze'))
    .finally(() => client.end())
}

const ready = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    child.stdout?.on('data', (text: Buffer) => text.includes('is ready') && resolve())
    child.once('exit', () => reject(new Error('Vicinia did not start; see the lines above.')))
  })

const signIn = async (): Promise<string> => {
  const body = new URLSearchParams({ person: 'ada-lindmoser' })
  const answer = await fetch(`${base}/demo/enter`, { method: 'POST', body, redirect: 'manual' })
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

const childrenOf = (pid: number): number[] => {
  const direct = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)
  return [pid, ...direct.flatMap(childrenOf)]
}
/** Milliseconds of a core that a process and all below it have used; the kernel counts in hundredths of a second. */
const coreTime = (pid: number): number =>
  childrenOf(pid)
    .map((one) => readFileSync(`/proc/${one}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [])
    .reduce((sum, fields) => sum + 10 * (Number(fields[11]) + Number(fields[12])), 0)

interface Measured {
  readonly median: number
  readonly p95: number
  readonly core: number
  readonly bytes: number
}

async function measure(
  url: (round: number) => string,
  headers: Record<string, string>,
  pid?: number,
): Promise<Measured> {
  const ask = async (round: number): Promise<number> => {
    const answer = await fetch(url(round), { headers })
    if (answer.status !== 200) throw new Error(`${url(round)} answered ${answer.status}`)
    return (await answer.arrayBuffer()).byteLength
  }
  // Code that runs often is compiled anew by then.
  for (let round = 0; round < 25; round += 1) await ask(rounds + round)
  const core = pid === undefined ? 0 : coreTime(pid)
  const times: number[] = []
  let bytes = 0
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now()
    bytes = Math.max(bytes, await ask(round))
    times.push(performance.now() - begun)
  }
  const sorted = times.sort((one, other) => one - other)
  const at = (part: number) => sorted[Math.floor(sorted.length * part)] ?? 0
  return { median: at(0.5), p95: at(0.95), core: pid === undefined ? 0 : (coreTime(pid) - core) / rounds, bytes }
}

async function measureBare(bytes: number): Promise<Measured> {
  const child = fork(join(import.meta.dirname, 'bare-server.ts'), [String(bytes)], { execPath: node })
  const address = await new Promise<number>((resolve) => child.once('message', (message) => resolve(Number(message))))
  return measure(() => `http://127.0.0.1:${address}/`, {}).finally(() => child.kill())
}

// A word that no page knows makes each address another one, so that no kept page answers.
const pages: readonly [name: string, address: (round: number) => string][] = [
  ['register', (round) => `/members?page=${(round % 200) + 1}`],
  ['narrowed', (round) => `/members?country=PL&size=from-100000&page=${(round % 5) + 1}`],
  ['called', (round) => `/members?q=${encodeURIComponent(['lodz', 'GÖRL', 'neumün', 'são'][round % 4] ?? '')}&page=1`],
  ['field', (round) => `/members?field=youth&forum=forum-germany&page=${(round % 3) + 1}`],
  ['member', (round) => `/members/bench-${String((round * 37) % members || 1).padStart(5, '0')}?`],
  ['file', () => '/members.csv?'],
  ['day', (round) => `/memberships?day=${2016 + (round % 10)}-06-01&page=${(round % 80) + 1}`],
  ['day, forum', (round) => `/memberships?forum=forum-germany&page=1&day=2025-01-0${(round % 9) + 1}`],
]

const row = (cells: readonly (string | number)[]): string => cells.map((cell) => String(cell).padStart(11)).join(' ')
const print = (line: string): void => void process.stdout.write(`${line}\n`)

async function run(pid: number): Promise<void> {
  const cookie = await signIn()
  print(`${members} members, ${practices} practices; load before ${loadavg()[0]?.toFixed(1)}`)
  print(row(['page', 'who', 'bytes', 'median ms', 'p95 ms', 'core ms', 'bare ms', 'times bare']))
  for (const [name, address] of pages)
    for (const who of ['person', 'visitor']) {
      const url = (round: number) => `${base}${address(round)}&bench=${who}${round}`
      const it = await measure(url, who === 'person' ? { cookie } : {}, pid)
      const bare = await measureBare(it.bytes)
      const shown = [it.median, it.p95, it.core, bare.median].map((one) => one.toFixed(1))
      print(row([name, who, it.bytes, ...shown, (it.median / bare.median).toFixed(0)]))
    }
  print(`load after ${loadavg()[0]?.toFixed(1)}`)
}

const folder = mkdtempSync(join(tmpdir(), 'vicinia-register-'))
const environment = { ...process.env, PORT: String(port), DATA_DIR: folder, VICINIA_NETWORK: 'demonstration' }
const app = spawn(node, ['dist/main.js'], { stdio: ['ignore', 'pipe', 'inherit'], env: environment })
try {
  await ready(app)
  await fill(environment)
  await run(app.pid ?? 0)
} catch (error) {
  process.exitCode = 1
  print(String(error))
} finally {
  const ended = new Promise((resolve) => app.once('exit', resolve))
  app.kill('SIGTERM')
  await ended
  rmSync(folder, { recursive: true, force: true })
}
