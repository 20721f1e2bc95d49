// For those who watch over the process: is it alive (`/healthz`), and can it serve (`/readyz`)? Neither tells anything else.

import type { Hono } from 'hono'
import { sql } from 'kysely'
import type { Database } from '../db/database.ts'

const never = { 'cache-control': 'no-store' }

const reachable = (database: Database): Promise<boolean> =>
  database
    .read({ visitor: true }, (db) => sql`select 1`.execute(db))
    .then(
      () => true,
      () => false,
    )

/** Alive does not ask the database: a process that waits for it must not be restarted for that. */
export function serveHealth(web: Hono, database: Database): void {
  web.get('/healthz', (c) => c.json({ status: 'ok' }, 200, never))
  web.get('/readyz', async (c) =>
    (await reachable(database))
      ? c.json({ status: 'ready', database: 'ok' }, 200, never)
      : c.json({ status: 'not ready', database: 'unreachable' }, 503, never),
  )
}
