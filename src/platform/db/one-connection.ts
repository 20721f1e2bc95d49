// Kysely on one connection, in one transaction: statements that do not wait for each other travel together, and each
// statement is planned once per connection, which with row-level security costs more than running it.
import { type DatabaseConnection, type Driver, Kysely, PostgresAdapter, PostgresQueryCompiler } from 'kysely'
import type pg from 'pg'
import { copyOut, isCopy } from './copy-out.ts'
import type { Db } from './database.ts'

/** Lists of values make many texts of one query; those beyond are planned each time. */
const mostNames = 2000
const names = new Map<string, string>()

const nameOf = (text: string): string | undefined => {
  const known = names.get(text)
  if (known !== undefined || names.size >= mostNames) return known
  const name = `s${names.size}`
  names.set(text, name)
  return name
}

const changes = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

/** A transaction's hold on its client; when it has ended, a late statement must not reach somebody else's transaction. */
interface Lease {
  readonly client: pg.ClientBase
  ended: boolean
}

interface Corked {
  readonly connection: { readonly stream: { readonly cork: () => void; readonly uncork: () => void } }
}

/** What is sent in one turn leaves in one piece: each write to the socket costs more than most statements. */
const gather = (client: pg.ClientBase): void => {
  // Not in pg's types, but its documented way to the socket.
  const { stream } = (client as unknown as Corked).connection
  stream.cork()
  process.nextTick(() => stream.uncork())
}

const connectionOn = (lease: Lease): DatabaseConnection => ({
  executeQuery: async ({ sql, parameters }) => {
    if (lease.ended) throw new Error('A statement came after the end of its transaction.')
    gather(lease.client)
    if (isCopy(sql)) return { rows: (await copyOut(lease.client, sql)).map((bytes) => ({ bytes })) }
    const name = nameOf(sql)
    const values = [...parameters]
    const { command, rowCount, rows } = await lease.client.query(
      name ? { name, text: sql, values } : { text: sql, values },
    )
    return { rows, ...(changes.has(command) && { numAffectedRows: BigInt(rowCount ?? 0) }) }
  },
  streamQuery: () => {
    throw new Error('A transaction of a request streams nothing: its pages are small.')
  },
})

const nothing = async (): Promise<void> => undefined

const nested = async (): Promise<never> => {
  throw new Error('A request has one transaction; what it calls takes part in it.')
}

const driverOn = (connection: DatabaseConnection): Driver => ({
  init: nothing,
  acquireConnection: async () => connection,
  beginTransaction: nested,
  commitTransaction: nested,
  rollbackTransaction: nested,
  releaseConnection: nothing,
  destroy: nothing,
})

const adapter = new PostgresAdapter()
const compiler = new PostgresQueryCompiler()

const kyselyOn = (lease: Lease): Db =>
  new Kysely({
    dialect: {
      createAdapter: () => adapter,
      createDriver: () => driverOn(connectionOn(lease)),
      createQueryCompiler: () => compiler,
      createIntrospector: () => {
        throw new Error('Nobody asks a request for the schema.')
      },
    },
  })

async function rollBack({ client, begun }: { client: pg.PoolClient; begun: Promise<unknown> }): Promise<void> {
  const failed = await begun.then(
    () => undefined,
    (error: Error) => error,
  )
  // A connection in doubt is closed rather than given to the next request.
  await client.query('rollback').then(
    () => client.release(failed),
    (error: Error) => client.release(error),
  )
}

/** Runs work in one transaction begun by `begin`; statements that do not need each other may share a `Promise.all`. */
export async function inTransaction<Value>(
  pool: pg.Pool,
  begin: string,
  work: (db: Db) => Promise<Value>,
): Promise<Value> {
  const client = await pool.connect()
  // Not awaited: it travels with the first statement of the work.
  gather(client)
  const begun = client.query(begin)
  begun.catch(() => undefined)
  const lease: Lease = { client, ended: false }
  try {
    const value = await work(kyselyOn(lease))
    await begun
    lease.ended = true
    const { command } = await client.query('commit')
    // A failed statement that somebody caught has rolled everything back: PostgreSQL then only says so.
    if (command !== 'COMMIT') throw new Error('The transaction could not be committed; a statement in it had failed.')
    client.release()
    return value
  } catch (error) {
    lease.ended = true
    await rollBack({ client, begun })
    throw error
  }
}
