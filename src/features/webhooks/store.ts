// Webhooks of the viewer's own office, and their log; for everybody else the database shows none.
import { sql } from 'kysely'
import { notFound } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import type { WebhookTables } from './tables.ts'
import type { Delivery, OfferedFact, StoppedBecause, Webhook } from './webhook.ts'

const tablesOf = (db: Db) => db.withTables<WebhookTables>()

const columns = sql`w.id, w.forum_id as "forumId", w.address, w.facts, w.created_at as "createdAt", p.name as "createdBy",
  w.stopped_at as "stoppedAt", w.stopped_because as "stoppedBecause", w.failing_since as "failingSince", w.old_until as "oldUntil"`

export async function listWebhooks(db: Db): Promise<Webhook[]> {
  const { rows } = await sql<Webhook>`
    select ${columns} from webhook w left join person p on p.id = w.created_by order by w.id`.execute(tablesOf(db))
  return rows
}

export async function getWebhook(db: Db, id: number | undefined): Promise<Webhook> {
  const { rows } = await sql<Webhook>`
    select ${columns} from webhook w left join person p on p.id = w.created_by where w.id = ${id ?? 0}`.execute(
    tablesOf(db),
  )
  const [found] = rows
  if (found === undefined) throw notFound()
  return found
}

export interface NewWebhook {
  readonly forumId: number | null
  readonly address: string
  readonly facts: readonly OfferedFact[]
  /** Sealed. */
  readonly secret: string
}

/** Gives its id. */
export async function insertWebhook(db: Db, fresh: NewWebhook, by: number, now: Date): Promise<number> {
  const { id } = await tablesOf(db)
    .insertInto('webhook')
    .values({
      forum_id: fresh.forumId,
      address: fresh.address,
      facts: [...fresh.facts],
      secret: fresh.secret,
      created_by: by,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const putSecret = (db: Db, id: number, secret: string, oldUntil: Date): Promise<unknown> =>
  tablesOf(db).updateTable('webhook').set({ secret, old_until: oldUntil }).where('id', '=', id).execute()

/** `because` null: it goes on. */
export const setStopped = (db: Db, id: number, because: StoppedBecause | null, now: Date): Promise<unknown> =>
  tablesOf(db)
    .updateTable('webhook')
    .set({
      stopped_because: because,
      stopped_at: because === null ? null : now,
      ...(because === null ? { failing_since: null } : {}),
    })
    .where('id', '=', id)
    .execute()

export const deleteWebhook = (db: Db, id: number): Promise<unknown> =>
  tablesOf(db).deleteFrom('webhook').where('id', '=', id).execute()

/** The last hundred messages, newest first. */
export async function listDeliveries(db: Db, webhookId: number): Promise<Delivery[]> {
  const { rows } = await sql<Delivery>`
    select d.id, d.fact, d.made_at as "madeAt", coalesce(d.outcome, 'waiting') as state, d.tries,
      t.status, t.why, t.milliseconds, t.answer
    from webhook_delivery d
      left join lateral (select * from webhook_try t where t.delivery_id = d.id order by t.id desc limit 1) t on true
    where d.webhook_id = ${webhookId} order by d.made_at desc, d.id limit 100`.execute(tablesOf(db))
  return rows
}

/** Once more, with the same id; false: there is none of that number. */
export async function repeatDelivery(db: Db, webhookId: number, id: string, now: Date): Promise<boolean> {
  const result = await tablesOf(db)
    .updateTable('webhook_delivery')
    .set({ next_at: now, outcome: null })
    .where('id', '=', id)
    .where('webhook_id', '=', webhookId)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
