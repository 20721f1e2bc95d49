// Before all tests: one real PostgreSQL, with the schema and the demonstration loaded once into templates to copy from.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedServer } from '#platform/db/embedded-server.ts'
import { migrate } from '#platform/db/migrate.ts'
import { ensureRoles } from '#platform/db/roles.ts'
import { migrations } from '../src/app.tsx'
import { quickestFolder } from './quickest-folder.ts'
import { fillDemonstration, testSecret } from './template.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** How the owner of the test server connects, with a database that tests do not touch. */
    server: pg.PoolConfig
    /** The data folder of the demonstration template: towns copy the files from there. */
    demonstrationFolder: string
  }
}

interface Server {
  readonly owner: pg.PoolConfig
  readonly stop: () => Promise<void>
}

/** The server of DATABASE_URL (`npm run test:postgres`), else an embedded one that vanishes afterwards. */
async function startServer(): Promise<Server> {
  const url = process.env['DATABASE_URL']
  if (url !== undefined) {
    const { host, port, user, password, database } = new pg.Client({ connectionString: url })
    return {
      owner: { host, port, user, password: password ?? '', database: database ?? 'postgres' },
      stop: async () => undefined,
    }
  }
  const folder = mkdtempSync(join(quickestFolder(), 'vicinia-test-'))
  const server = await startEmbeddedServer(folder, 'test')
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  // A run that is broken off must not keep the memory.
  process.once('exit', remove)
  const stop = async (): Promise<void> => {
    await server.stop()
    remove()
  }
  return { owner: { ...server.owner, database: 'postgres' }, stop }
}

async function onDatabase(
  owner: pg.PoolConfig,
  database: string,
  work: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  const client = new pg.Client({ ...owner, database })
  await client.connect()
  await work(client).finally(() => client.end())
}

/** What these tests write need not outlive the machine's power: no waiting for the disk. `testing/process` has them as people run them. */
const letGoOfDisk = (owner: pg.PoolConfig): Promise<void> =>
  onDatabase(owner, 'postgres', async (client) => {
    for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit'])
      await client.query(`alter system set ${setting} = off`)
    await client.query('select pg_reload_conf()')
  })

async function createTemplate(owner: pg.PoolConfig, name: string, from: string): Promise<void> {
  await onDatabase(owner, owner.database ?? 'postgres', async (client) => {
    await client.query(`drop database if exists ${name}`)
    await client.query(`create database ${name} template ${from}`)
  })
}

export default async function prepare(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer()
  if (process.env['DATABASE_URL'] === undefined) await letGoOfDisk(server.owner)
  await createTemplate(server.owner, 'vicinia_empty', 'template0')
  await onDatabase(server.owner, 'vicinia_empty', async (client) => {
    await ensureRoles(client, testSecret)
    // Some tests take the place of the application, and databases are dropped while its connections close.
    await client.query('grant vicinia_app, vicinia_system to current_user')
    await migrate(client, migrations)
  })
  await createTemplate(server.owner, 'vicinia_demonstration', 'vicinia_empty')
  await onDatabase(server.owner, 'vicinia_demonstration', (client) => ensureRoles(client, testSecret))
  const folder = mkdtempSync(join(tmpdir(), 'vicinia-demonstration-'))
  await fillDemonstration({ ...server.owner, database: 'vicinia_demonstration' }, folder)
  project.provide('server', server.owner)
  project.provide('demonstrationFolder', folder)
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
