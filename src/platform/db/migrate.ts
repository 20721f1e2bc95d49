// Brings the schema to what the code needs: each migration once, in its own transaction, under a lock.
import { createHash } from 'node:crypto'
import type pg from 'pg'
import { StartFailure } from '../failure.ts'
import type { Migration } from './migration.ts'
import { schemaLock } from './roles.ts'

const checksumOf = (migration: Migration): string => createHash('sha256').update(migration.sql).digest('hex')

const refuseUnknown = (applied: readonly { name: string }[], known: readonly Migration[]): void => {
  const names = new Set(known.map((migration) => migration.name))
  const newer = applied.filter(({ name }) => !names.has(name))
  if (newer.length > 0)
    throw new StartFailure(
      `The database is newer than this version of Vicinia (it knows ${newer[0]?.name}); please update the software.`,
    )
}

const refuseChanged = (applied: readonly { name: string; checksum: string }[], known: readonly Migration[]): void => {
  for (const migration of known) {
    const before = applied.find(({ name }) => name === migration.name)
    if (before !== undefined && before.checksum !== checksumOf(migration))
      throw new StartFailure(
        `The migration ${migration.name} was changed after it had been applied; write a new one instead.`,
      )
  }
}

async function apply(owner: pg.ClientBase, migration: Migration): Promise<void> {
  await owner.query('begin')
  try {
    await owner.query(migration.sql)
    await owner.query('insert into migration (name, checksum) values ($1, $2)', [migration.name, checksumOf(migration)])
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback')
    throw new Error(`The migration ${migration.name} failed`, { cause: error })
  }
}

/** As they are listed, but for those that prepare the ground for an earlier one. */
export function inOrder(migrations: readonly Migration[]): Migration[] {
  const ordered: Migration[] = []
  for (const one of migrations) {
    const at = ordered.findIndex(({ name }) => name === one.before)
    ordered.splice(at === -1 ? ordered.length : at, 0, one)
  }
  return ordered
}

/** Applies what is missing and names it. Refuses, with a sentence, a schema that is newer or was changed. */
export async function migrate(owner: pg.ClientBase, migrations: readonly Migration[]): Promise<{ applied: string[] }> {
  await owner.query('select pg_advisory_lock($1)', [schemaLock])
  try {
    await owner.query(
      'create table if not exists migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
    )
    const { rows } = await owner.query<{ name: string; checksum: string }>('select name, checksum from migration')
    refuseUnknown(rows, migrations)
    refuseChanged(rows, migrations)
    const missing = inOrder(migrations.filter(({ name }) => !rows.some((row) => row.name === name)))
    for (const migration of missing) await apply(owner, migration)
    return { applied: missing.map(({ name }) => name) }
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [schemaLock])
  }
}
