// What runs beside the web as long as the process does: a listener, a mailbox that is read.
import type pg from 'pg'
import type { Database } from './db/database.ts'
import type { JobParts } from './feature.ts'
import type { Log } from './log.ts'

/** What something that runs beside the web is given: both doors to the database. */
export interface RunningParts extends JobParts {
  readonly database: Database
  /** Of the system, for a connection of its own. */
  readonly access: pg.PoolConfig
  readonly log: Log
}
/** Begins, and gives the way to end it. Throws a `StartFailure` where the process must not start without it. */
export type Run = (parts: RunningParts) => Promise<() => Promise<void>>
