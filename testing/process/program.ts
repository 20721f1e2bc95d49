// A Vicinia as its own process: started, watched, ended.
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface Running {
  readonly pid: number
  readonly base: string
  readonly dataDir: string
  /** Resolves when the address has been printed; fails with what was said when the process ended before. */
  readonly ready: Promise<void>
  readonly ended: Promise<Ended>
  /** Sends a signal and waits for the end. */
  readonly end: (signal: NodeJS.Signals) => Promise<Ended>
}

/** The number of the PostgreSQL of this data folder while it runs. */
export const databaseOf = (dataDir: string): number =>
  Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

/** Processes that still have this folder in their command line. */
export const processesOn = (dataDir: string): string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
        return command.includes(dataDir) && command.includes('postgres') ? [command] : []
      } catch {
        return []
      }
    })

/** A port of this machine that nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

export interface StartOptions {
  readonly dataDir: string
  readonly environment?: Record<string, string>
  /** The program and its arguments; the built app when left out. */
  readonly command?: readonly [string, ...string[]]
}

const app = ['node_modules/.bin/node', 'dist/main.js'] as const

/** Starts a process; `ready` and `ended` tell what becomes of it. */
export async function startProgram({ dataDir, environment = {}, command = app }: StartOptions): Promise<Running> {
  const port = Number(environment['PORT'] ?? (await freePort()))
  // Nothing of the test runner's own settings, which have names like ours.
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(command[0], command.slice(1), {
    env: { PATH, HOME, DATA_DIR: dataDir, PORT: String(port), HOST: '127.0.0.1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stderr.on('data', (text: Buffer) => {
    said.err += text.toString()
  })
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, ...said })))
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      said.out += text.toString()
      if (said.out.includes('is ready at')) resolve()
    })
    void ended.then(({ err }) => reject(new Error(`It ended before it was ready: ${err}`)))
  })
  ready.catch(() => undefined)
  const end = (signal: NodeJS.Signals): Promise<Ended> => {
    child.kill(signal)
    return ended
  }
  return { pid: child.pid ?? 0, base: `http://127.0.0.1:${port}`, dataDir, ready, ended, end }
}
