// The two doors to the database: as a person (row-level security decides) and as the system (for jobs, named where used).
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { Lang } from '#kernel/locale.ts'
import { type Person, type Role, type Viewer, visitor } from '#kernel/viewer.ts'
import { AnsweringClient } from './answering-client.ts'
import { inTransaction } from './one-connection.ts'

// Counts and identifiers stay far below 2^53; pg would hand them over as strings.
pg.types.setTypeParser(20, Number)

/** A transaction or connection; stores narrow it: `db.withTables<PracticeTables>()`. */
// biome-ignore lint/complexity/noBannedTypes: the platform knows no table; each store brings its own
export type Db = Kysely<{}>
/** Runs work in one transaction, entered as whoever the request was signed in as. */
export type AsPerson = <Value>(work: (db: Db) => Promise<Value>) => Promise<Value>
/** Runs work in one read-only transaction, entered as this person; nobody who has left is anybody. */
export type ReadAs = <Value>(personId: number, work: (db: Db, viewer: Viewer) => Promise<Value>) => Promise<Value>
/** By what a viewer is known: a session cookie, a personal token, or (for the command line) a person's id. */
export type Key =
  | { readonly session: string }
  | { readonly token: string }
  | { readonly personId: number }
  | { readonly visitor: true }

export interface Database {
  /** One read-only transaction that shows one moment. */
  readonly read: <Value>(key: Key, work: (db: Db, viewer: Viewer) => Promise<Value>) => Promise<Value>
  /** One short read-write transaction. */
  readonly write: <Value>(key: Key, work: (db: Db, viewer: Viewer) => Promise<Value>) => Promise<Value>
  /** As the system: sees everything. For jobs and the command line only. */
  readonly system: Db
  readonly close: () => Promise<void>
}

interface EnteredRow {
  person_id: number | null
  slug: string
  name: string
  role: Role
  organisation_id: number
  organisation_name: string
  organisation_slug: string
  active: boolean
  forum_id: number | null
  lang: Lang
  session_id: number | null
  audiences: string
}

const personFrom = (row: EnteredRow, id: number): Person => ({
  id,
  slug: row.slug,
  name: row.name,
  role: row.role,
  organisationId: row.organisation_id,
  organisationName: row.organisation_name,
  organisationSlug: row.organisation_slug,
  active: row.active,
  forumId: row.forum_id,
  lang: row.lang,
  sessionId: row.session_id,
})

/** The first statement of every transaction: sets the person and their audiences for its duration. */
async function enter(db: Db, key: Key): Promise<Viewer> {
  if ('visitor' in key) {
    await sql`select set_config('app.audiences', '1', true)`.execute(db)
    return visitor
  }
  const call =
    'session' in key
      ? sql<EnteredRow>`select * from app.enter_by_session(${key.session})`
      : 'token' in key
        ? sql<EnteredRow>`select * from app.enter_by_token(${key.token})`
        : sql<EnteredRow>`select * from app.enter(${key.personId}, null)`
  const row = (await call.execute(db)).rows[0]
  if (row === undefined || row.person_id === null) {
    await sql`select set_config('app.audiences', '1', true)`.execute(db)
    return visitor
  }
  return { person: personFrom(row, row.person_id), audiences: row.audiences.split(',').map(Number) }
}

const poolOf = (settings: pg.PoolConfig): pg.Pool => {
  const pool = new pg.Pool({ Client: AnsweringClient, ...settings })
  // An idle connection that the server closes is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  // The same for one that is at work: its statements fail and say so, the event would end the process as well.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

const oneMoment = 'start transaction isolation level repeatable read read only'

/** The system's door alone, with connections of its own: for whoever holds transactions open while something else is waited for. */
export const openSystem = (access: pg.PoolConfig, most: number): Db =>
  new Kysely({ dialect: new PostgresDialect({ pool: poolOf({ ...access, max: most }) }) })

/** Opens both pools. `app` must be a role that owns nothing and bypasses nothing. */
export function openDatabase(access: { app: pg.PoolConfig; system: pg.PoolConfig }): Database {
  const app = poolOf({ max: 12, pipeline: true, ...access.app })
  const system = openSystem(access.system, access.system.max ?? 4)
  return {
    read: (key, work) => inTransaction(app, oneMoment, async (db) => work(db, await enter(db, key))),
    write: (key, work) => inTransaction(app, 'start transaction', async (db) => work(db, await enter(db, key))),
    system,
    close: async () => {
      await Promise.all([app.end(), system.destroy()])
    },
  }
}
