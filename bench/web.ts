// How fast pages are: each beside a bare node:http server that sends the same bytes, in the same run, as ratios.
// `npm run bench:web`; `-- --seconds 5 --connections 10`, `--practices 10000` to see how they bear many. Machines are noisy:
// read the ratios, not the figures. p97.5 stands for p95: autocannon keeps no p95, and this is the stricter one.
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import autocannon from 'autocannon'
import { fillRunning } from './many-practices.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    connections: { type: 'string', default: '10' },
    practices: { type: 'string', default: '0' },
  },
})
const port = 3977
const base = `http://127.0.0.1:${port}`
const node = 'node_modules/.bin/node'

const ready = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    child.stdout?.on('data', (text: Buffer) => text.includes('is ready') && resolve())
    child.once('exit', () => reject(new Error('Vicinia did not start; see the lines above.')))
  })

const signIn = async (): Promise<string> => {
  const answer = await fetch(`${base}/demo/enter`, {
    method: 'POST',
    body: new URLSearchParams({ person: 'ada-lindmoser' }),
    redirect: 'manual',
  })
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

interface Measured {
  readonly rate: number
  readonly p50: number
  readonly p97: number
  readonly p99: number
  readonly failed: number
}

async function measure(url: string, headers: Record<string, string>): Promise<Measured> {
  const options = { url, headers, connections: Number(values.connections) }
  await autocannon({ ...options, duration: 1 })
  const result = await autocannon({ ...options, duration: Number(values.seconds) })
  return {
    rate: result.requests.average,
    p50: result.latency.p50,
    p97: result.latency.p97_5,
    p99: result.latency.p99,
    failed: result.non2xx + result.errors,
  }
}

/** A server of its own process that sends these bytes and nothing else. */
async function measureBare(bytes: number): Promise<Measured> {
  const child = fork(join(import.meta.dirname, 'bare-server.ts'), [String(bytes)], { execPath: node })
  const address = await new Promise<number>((resolve) => child.once('message', (message) => resolve(Number(message))))
  const measured = await measure(`http://127.0.0.1:${address}/`, {})
  child.kill()
  return measured
}

const childrenOf = (pid: number): number[] => {
  const direct = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)
  return [pid, ...direct.flatMap(childrenOf)]
}

/** Memory of a process and all below it, shared pages counted once among those who share them (PSS), in megabytes. */
const memoryOf = (pid: number): number => {
  const kilobytes = childrenOf(pid).map((one) =>
    Number(/Pss:\s+(\d+)/.exec(readFileSync(`/proc/${one}/smaps_rollup`, 'utf8'))?.[1] ?? 0),
  )
  return Math.round(kilobytes.reduce((sum, size) => sum + size, 0) / 1024)
}

/** Name and address of every page that is measured; another one is one more line. */
const pages = async (): Promise<[string, string][]> => {
  const list = await (await fetch(`${base}/practices`)).text()
  const found = [...list.matchAll(/href="(\/practices\/(\d+)-[^"]+)"/g)]
  const practice = found[0]?.[1] ?? '/practices'
  const last = /page=(\d+)"[^>]*>(?:(?!page=)[\s\S])*?rel="next"/.exec(list)?.[1] ?? '2'
  const compared = [...new Set(found.map((one) => one[2]))].slice(0, 4)
  return [
    ['home', '/'],
    ['list', '/practices'],
    ['deep page', `/practices?page=${Math.max(2, Math.floor(Number(last) / 2))}`],
    ['narrowed', '/practices?country=DE&concept=public-space'],
    ['practice', practice],
    ['lineage', `${practice.replace(/-.*/, '')}/lineage`],
    ['compare', `/practices/compare?${compared.map((id) => `practice=${id}`).join('&')}`],
    ['search', `/search?q=${encodeURIComponent('Angstraum Unterführung')}`],
  ]
}

const row = (cells: readonly (string | number)[]): string => cells.map((cell) => String(cell).padStart(10)).join(' ')

async function run(app: ChildProcess): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 6000))
  process.stdout.write(`app and database together, idle: ${memoryOf(app.pid ?? 0)} MB\n\n`)
  process.stdout.write(
    `${row(['page', 'who', 'bytes', 'req/s', 'p50 ms', 'p97.5 ms', 'p99 ms', 'bare/s', 'ratio', 'failed'])}\n`,
  )
  const cookie = await signIn()
  for (const [name, path] of await pages())
    for (const who of ['visitor', 'person']) {
      const headers: Record<string, string> = who === 'person' ? { cookie } : {}
      const bytes = (await (await fetch(base + path, { headers })).arrayBuffer()).byteLength
      const measured = await measure(base + path, headers)
      const bare = await measureBare(bytes)
      const ratio = `1/${(bare.rate / measured.rate).toFixed(1)}`
      const cells = [
        Math.round(measured.rate),
        measured.p50,
        measured.p97,
        measured.p99,
        Math.round(bare.rate),
        ratio,
        measured.failed,
      ]
      process.stdout.write(`${row([name, who, bytes, ...cells])}\n`)
    }
  process.stdout.write(`\napp and database together, after the load: ${memoryOf(app.pid ?? 0)} MB\n`)
}

const folder = mkdtempSync(join(tmpdir(), 'vicinia-bench-'))
const environment = { ...process.env, PORT: String(port), DATA_DIR: folder, VICINIA_NETWORK: 'demonstration' }
const start = (): ChildProcess =>
  spawn(node, ['dist/main.js'], { stdio: ['ignore', 'pipe', 'inherit'], env: environment })

async function stop(app: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => app.once('exit', resolve))
  app.kill('SIGTERM')
  await ended
}

try {
  // The first start loads the demonstration; measured is an ordinary one.
  const first = start()
  await ready(first).finally(() => stop(first))
  const app = start()
  await ready(app)
  if (Number(values.practices) > 0) await fillRunning(environment, Number(values.practices))
  await run(app).finally(() => stop(app))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
