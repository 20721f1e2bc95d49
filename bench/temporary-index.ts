// An empty search index on a database server of its own, thrown away afterwards; the tables and code are the real ones.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { publicAudience } from '#kernel/audience.ts'
import { type Database, openDatabase } from '#platform/db/database.ts'
import { startEmbeddedServer } from '#platform/db/embedded-server.ts'
import { migrate } from '#platform/db/migrate.ts'
import { databaseAccess, ensureRoles } from '#platform/db/roles.ts'
import { trunkMigrations } from '#trunk/trunk.ts'
import { insertPrepared, lockWriters, readGiven } from '../src/features/search/index-store.ts'
import { createSearch } from '../src/features/search/migrations/001-create.ts'
import { behind } from '../src/features/search/migrations/002-behind.ts'
import { blocks } from '../src/features/search/migrations/003-blocks.ts'
import { vectors } from '../src/features/search/migrations/004-vectors.ts'
import { rule } from '../src/features/search/migrations/005-rule.ts'
import { numbers } from '../src/features/search/migrations/006-numbers.ts'
import { room } from '../src/features/search/migrations/007-room.ts'
import { largerBlocks } from '../src/features/search/migrations/008-larger-blocks.ts'
import { wholeRows } from '../src/features/search/migrations/009-whole-rows.ts'
import { prepareDocuments } from '../src/features/search/prepare-documents.ts'

export interface TemporaryIndex {
  readonly database: Database
  readonly owner: pg.PoolConfig
  readonly close: () => Promise<void>
}

export async function openTemporaryIndex(): Promise<TemporaryIndex> {
  const folder = mkdtempSync(join(tmpdir(), 'vicinia-index-'))
  const secret = 'only-for-a-temporary-index-0123456789'
  const server = await startEmbeddedServer(folder, secret)
  const client = new pg.Client(server.owner)
  await client.connect()
  await ensureRoles(client, secret)
  await migrate(client, [
    ...trunkMigrations,
    createSearch,
    behind,
    blocks,
    vectors,
    rule,
    numbers,
    room,
    largerBlocks,
    wholeRows,
  ])
  // Nothing here has to outlive a power cut.
  await client.query('alter system set synchronous_commit = off')
  await client.query('select pg_reload_conf()')
  await client.end()
  const database = openDatabase(databaseAccess(server.owner, secret))
  const close = async (): Promise<void> => {
    await database.close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { database, owner: server.owner, close }
}

export interface PlainDocument {
  readonly id: string
  readonly lang: string
  readonly title: string
  readonly text: string
}

const batch = 100

/** Indexes public documents; the number of each is its place in the list, from 1. */
export async function indexPlainDocuments(
  { system }: Database,
  documents: readonly PlainDocument[],
  changedAt = new Date(),
): Promise<void> {
  for (let at = 0; at < documents.length; at += batch)
    await system.transaction().execute(async (transaction) => {
      await lockWriters(transaction)
      const part = documents.slice(at, at + batch).map(({ lang, title, text }, index) => ({
        ...{ subject: at + index + 1, kind: 'document', lang, title, summary: '', body: text, concepts: [] },
        ...{ audience: publicAudience, path: '/', changedAt },
      }))
      // Analysed as contributions are, which they are not.
      const given = { ...(await readGiven(transaction, part, false)), isName: false }
      await insertPrepared(transaction, await prepareDocuments(part, given))
    })
}
