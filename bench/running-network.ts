// A built Vicinia with the demonstration, as a process of its own in a folder that is thrown away, for measurements that ask it
// from outside; and what its processor and memory did, as the kernel counts them.
import { type ChildProcess, fork } from 'node:child_process'
import { createHmac, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { runningServer } from '#platform/db/embedded-server.ts'

export interface Network {
  readonly base: string
  readonly pid: number
  readonly owner: pg.Client
  readonly end: () => Promise<void>
}

const ready = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    child.stdout?.on('data', (text: Buffer) => text.includes('is ready') && resolve())
    child.once('exit', () => reject(new Error('Vicinia did not start; see the lines above.')))
  })

async function start(env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = fork('dist/main.js', { env, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  await ready(child)
  return child
}

async function stop(child: ChildProcess): Promise<void> {
  child.removeAllListeners('exit')
  const over = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await over
}

export async function openNetwork(port: number): Promise<Network> {
  const folder = mkdtempSync(join(tmpdir(), 'vicinia-bench-'))
  const secret = randomBytes(32).toString('hex')
  const env = { ...process.env, PORT: String(port), DATA_DIR: folder, SECRET: secret, LOG_LEVEL: 'silent' }
  // Twice: what loading the demonstration took is no part of what is measured.
  await stop(await start(env))
  const child = await start(env)
  const password = createHmac('sha256', secret).update('vicinia_owner').digest('hex')
  const owner = new pg.Client(runningServer(folder, password))
  await owner.connect()
  const end = async (): Promise<void> => {
    await owner.end()
    await stop(child)
    rmSync(folder, { recursive: true, force: true })
  }
  return { base: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, owner, end }
}

/** Milliseconds of processor time so far; the kernel counts in hundredths of a second. */
export function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** Bytes that the process holds in memory. */
export const residentMemory = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024

export const loadNow = (): string => loadavg()[0]?.toFixed(1) ?? ''

export const quantile = (times: readonly number[], share: number): number => {
  const sorted = [...times].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
