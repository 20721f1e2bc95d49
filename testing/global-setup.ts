// One database server for a whole test run, with the roles of trust.md; TEST_DATABASE_URL or DATABASE_URL names another one.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedServer } from '../src/platform/db/embedded-server.ts'
import { ensureRoles } from '../src/platform/db/roles.ts'

/** What every test file may `inject('databaseServer')`: connect as its owner to make a database of one's own. */
export interface TestDatabaseServer {
  readonly owner: pg.PoolConfig
  /** From which `databaseAccess(owner, secret)` derives the passwords of the two roles. */
  readonly secret: string
}

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: TestDatabaseServer
  }
}

const secret = 'a-secret-that-only-tests-know-0123456789'

interface Running {
  readonly owner: pg.PoolConfig
  readonly stop: () => Promise<void>
}

async function startServer(): Promise<Running> {
  const url = process.env['TEST_DATABASE_URL'] ?? process.env['DATABASE_URL']
  if (url !== undefined && url !== '') return { owner: { connectionString: url }, stop: async () => undefined }
  const folder = mkdtempSync(join(tmpdir(), 'vicinia-tests-'))
  const server = await startEmbeddedServer(folder, secret)
  return {
    owner: server.owner,
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Nothing a test writes has to outlive a power cut: without waiting for the disk the run is twice as quick. */
const hasten = ['alter system set fsync = off', 'alter system set synchronous_commit = off', 'select pg_reload_conf()']

async function prepare(owner: pg.PoolConfig): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await ensureRoles(client, secret)
    if (owner.connectionString === undefined) for (const statement of hasten) await client.query(statement)
  } finally {
    await client.end()
  }
}

// biome-ignore lint/style/noDefaultExport: Vitest looks for the default export of a global setup
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer()
  await prepare(server.owner)
  project.provide('databaseServer', { owner: server.owner, secret })
  return server.stop
}
