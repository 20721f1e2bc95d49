// Puts the parts together once, for the server and for the command line: database, roles, schema, network, mail.

import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import type { Config } from '#platform/config.ts'
import { type Database, openDatabase } from '#platform/db/database.ts'
import { runningServer, startEmbeddedServer } from '#platform/db/embedded-server.ts'
import { migrate } from '#platform/db/migrate.ts'
import { type DatabaseAccess, databaseAccess, ensureRoles } from '#platform/db/roles.ts'
import { openMeaning } from '#platform/embedding/open-meaning.ts'
import { StartFailure } from '#platform/failure.ts'
import type { JobParts } from '#platform/feature.ts'
import { recallAll } from '#platform/jobs/recall.ts'
import { createLog, type Log } from '#platform/log.ts'
import { createOutbox } from '#platform/mail/outbox.ts'
import { projectRoot } from '#platform/project-root.ts'
import { openTranslator } from '#platform/translation/open-translator.ts'
import { establishNetwork, markLoaded, type Network } from '#trunk/network.ts'
import { features, loadDemonstration, migrations } from './app.tsx'

export interface Assembly {
  readonly access: DatabaseAccess
  readonly database: Database
  readonly network: Network
  readonly jobs: JobParts
  readonly log: Log
  readonly close: () => Promise<void>
}

interface Server {
  readonly owner: pg.PoolConfig
  readonly stop: () => Promise<void>
}

const nothing = async (): Promise<void> => undefined

export interface AssemblyOptions {
  /** Gets a line for everything that takes longer than a moment. */
  readonly say: (line: string) => void
  /** Another process of this data folder runs the embedded server: use that one. */
  readonly beside?: boolean
}

async function startServer(config: Config, log: Log, beside: boolean): Promise<Server> {
  if (config.databaseUrl !== undefined) return { owner: { connectionString: config.databaseUrl }, stop: nothing }
  const password = createHmac('sha256', config.secret).update('vicinia_owner').digest('hex')
  if (beside) return { owner: runningServer(config.dataDir, password), stop: nothing }
  return startEmbeddedServer(config.dataDir, password, () =>
    log.warn('The database server ended and is started again.'),
  )
}

/** Roles and schema, as the owner; gives the names of the migrations it applied. A server out of reach is a sentence. */
async function prepareSchema(owner: pg.PoolConfig, secret: string): Promise<string[]> {
  const client = new pg.Client({ ...owner, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  await client.connect().catch((error: Error) => {
    throw new StartFailure(
      `The database at ${client.host}:${client.port} cannot be reached: ${error.message || 'no answer'}.`,
    )
  })
  try {
    await ensureRoles(client, secret)
    return (await migrate(client, migrations)).applied
  } finally {
    await client.end()
  }
}

/** The schema alone, for the command line; gives the names of the migrations it applied. */
export async function migrateOnly(config: Config, beside: boolean): Promise<string[]> {
  const server = await startServer(config, createLog(config.logLevel), beside)
  return prepareSchema(server.owner, config.secret).finally(server.stop)
}

async function loadIfNew(
  jobs: JobParts,
  network: Network,
  { owner, say }: { owner: pg.PoolConfig; say: (line: string) => void },
): Promise<void> {
  if (!network.demonstration || network.loaded) return
  say('Loading the demonstration network …')
  await loadDemonstration(jobs, join(projectRoot, 'demo'))
  await refreshStatistics(owner)
  await markLoaded(jobs.system, jobs.now())
}

/** So that plans fit what was loaded: a crash soon afterwards makes PostgreSQL forget that it owes them this itself. */
async function refreshStatistics(owner: pg.PoolConfig): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  await client.query('analyze').finally(() => client.end())
}

/** Everything but the web and the worker. Close it: an embedded server that it started would stay behind. */
export async function assemble(config: Config, { say, beside = false }: AssemblyOptions): Promise<Assembly> {
  const log = createLog(config.logLevel)
  const meaning = openMeaning(config.embedding, log)
  const translator = openTranslator(config.translation, log)
  const server = await startServer(config, log, beside)
  try {
    await prepareSchema(server.owner, config.secret)
    const access = databaseAccess(server.owner, config.secret)
    const database = openDatabase(access)
    const now = (): Date => new Date()
    const { baseUrl, dataDir, secret, networkName, proxies, confirmAfterDays, receiving } = config
    const mail = createOutbox({ system: database.system, from: config.mailFrom, secret, now })
    const jobs: JobParts = {
      system: database.system,
      readAs: (personId, work) => database.read({ personId }, work),
      now,
      features,
      mail,
      settings: { baseUrl, dataDir, secret, networkName, proxies, confirmAfterDays, receiving },
      meaning,
      translator,
    }
    const network = await establishNetwork(
      database.system,
      { name: networkName, demonstration: config.network === 'demonstration' },
      now(),
    )
    await loadIfNew(jobs, network, { owner: server.owner, say })
    await recallAll(features, database.system)
    const close = async (): Promise<void> => {
      await database.close()
      await server.stop()
    }
    return { access, database, network, jobs, log, close }
  } catch (error) {
    await server.stop()
    throw error
  }
}
