// The roles of trust.md: an owner for the schema, `vicinia_app` for every request, `vicinia_system` for jobs.
import { createHmac } from 'node:crypto'
import pg from 'pg'
import { StartFailure } from '../failure.ts'

export interface DatabaseAccess {
  readonly owner: pg.PoolConfig
  readonly app: pg.PoolConfig
  readonly system: pg.PoolConfig
}

const names = ['vicinia_app', 'vicinia_system'] as const
type RoleName = (typeof names)[number]

/** The same for every process that knows the secret; nothing to store. */
const passwordOf = (secret: string, role: RoleName): string => createHmac('sha256', secret).update(role).digest('hex')

/** Number of the advisory lock under which roles and schema are changed; any constant will do. */
export const schemaLock = 7_013_842

const roleSql = (role: RoleName, password: string): string => `
do $$ begin
  if not exists (select from pg_roles where rolname = '${role}') then
    create role ${role} login nosuperuser nocreatedb nocreaterole noinherit;
  end if;
end $$;
alter role ${role} password '${password}';`

/** Nobody waits longer for a page, and no request holds a transaction open; jobs may take their time. */
const patienceSql = `
alter role vicinia_app set statement_timeout = '10s';
alter role vicinia_app set idle_in_transaction_session_timeout = '30s';`

/**
 * Rights that belong to each database. pg-boss keeps its tables in a schema of its own, which the role of the jobs creates.
 * Nobody makes temporary tables: PostgreSQL looks for a table there first, so one named `person` could stand in for ours.
 */
export const databaseRightsSql = `do $$ begin
  execute format('grant create on database %I to vicinia_system', current_database());
  execute format('revoke temporary on database %I from public', current_database());
end $$`

const lacksRight = (error: unknown): boolean => (error as { code?: string }).code === '42501'

/** Creates the two roles where they are missing and sets their passwords; harmless a second time. */
export async function ensureRoles(owner: pg.ClientBase, secret: string): Promise<void> {
  await owner.query('select pg_advisory_lock($1)', [schemaLock])
  try {
    for (const role of names) await owner.query(roleSql(role, passwordOf(secret, role)))
    await owner.query(patienceSql)
    await owner.query(databaseRightsSql)
  } catch (error) {
    if (lacksRight(error))
      throw new StartFailure(
        'The user of DATABASE_URL may not create roles; give it CREATEROLE, Vicinia needs two roles without rights.',
      )
    throw error
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [schemaLock])
  }
}

const withoutUrl = (owner: pg.PoolConfig): pg.PoolConfig => {
  if (owner.connectionString === undefined) return owner
  const { host, port, database, ssl } = new pg.Client(owner)
  return { host, port, database: database ?? 'vicinia', ssl }
}

/** How each of the three connects. */
export function databaseAccess(owner: pg.PoolConfig, secret: string): DatabaseAccess {
  const { host, port, database, ssl } = withoutUrl(owner)
  const as = (user: RoleName): pg.PoolConfig => ({
    ...(host === undefined ? {} : { host }),
    ...(port === undefined ? {} : { port }),
    ...(database === undefined ? {} : { database }),
    ...(ssl === undefined ? {} : { ssl }),
    user,
    password: passwordOf(secret, user),
  })
  return { owner, app: as('vicinia_app'), system: as('vicinia_system') }
}
