// What waits to be sent and what came of it, as the system; what a message may say is judged at the moment of sending.
import { sql } from 'kysely'
import type { AudienceKind } from '#kernel/audience.ts'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import type { PostOutcome } from '#platform/outside/post-outside.ts'
import type { WebhookTables } from './tables.ts'
import type { OfferedFact, StoppedBecause } from './webhook.ts'

const tablesOf = (system: Db) => system.withTables<WebhookTables>()

/** A message for each webhook that wants to hear of this fact; a second time nothing. Whether it may is asked when it is sent. */
export async function noteDeliveries(
  system: Db,
  fact: { readonly id: number; readonly name: string; readonly at: Date },
  now: Date,
): Promise<void> {
  await sql`
    insert into webhook_delivery (id, webhook_id, fact_id, fact, made_at, next_at)
    select gen_random_uuid(), w.id, ${fact.id}::bigint, ${fact.name}, ${now}, ${now} from webhook w
    where ${fact.name} = any(w.facts) and w.stopped_at is null and w.created_at <= ${fact.at}
    on conflict (webhook_id, fact_id) do nothing`.execute(tablesOf(system))
}

export interface Due {
  readonly id: string
  readonly webhookId: number
  readonly factId: number
  readonly tries: number
  readonly forumId: number | null
  readonly address: string
  readonly secret: string
  readonly oldSecret: string | null
}

/** Takes up to twenty, five of a webhook: one that is silent for long has many, and waits for each. Whoever dies with them in hand leaves them to be taken again five minutes later, with the same ids. */
export async function takeDue(system: Db, now: Date): Promise<Due[]> {
  const { rows } = await sql<Due>`
    with due as (
      select id from webhook_delivery where next_at <= ${now} and id in (
        select id from (
          select d.id, d.next_at, row_number() over (partition by d.webhook_id order by d.next_at, d.id) as nth
          from webhook_delivery d join webhook w on w.id = d.webhook_id and w.stopped_at is null where d.next_at <= ${now}) d
        where nth <= 5 order by next_at limit 20)
      for update skip locked)
    update webhook_delivery d set next_at = ${now}::timestamptz + interval '5 minutes', tries = d.tries + 1
    from due, webhook w where d.id = due.id and w.id = d.webhook_id
    returning d.id, w.id as "webhookId", d.fact_id as "factId", d.tries, w.forum_id as "forumId", w.address, w.secret,
      case when w.old_until > ${now} then w.old_secret end as "oldSecret"`.execute(tablesOf(system))
  return rows
}

export interface Told {
  readonly name: OfferedFact
  readonly at: Date
  readonly contributionId: number
  readonly kind: string
  readonly title: string
  readonly lang: string
  readonly audienceKind: AudienceKind
  /** Undefined where the city is not told. */
  readonly organisationName: string | null
  readonly organisationSlug: string | null
  readonly replyId: number | null
}

/**
 * What the office could see of it by page at this moment: published, not hidden (that is no row for jobs), and shared with everybody,
 * the network or its own forum; what reaches somebody of the office in a room or by name does not reach the office.
 */
export async function findTold(system: Db, factId: number, forumId: number | null): Promise<Told | undefined> {
  const reached = (audience: string) =>
    sql`${sql.ref(audience)} = any (string_to_array(app.audiences_of(p.id), ',')::int[])`
  const { rows } = await sql<Told>`
    select f.name, f.at, c.id as "contributionId", c.kind, c.title, c.lang, a.kind as "audienceKind",
      case when c.author_id is not null then o.name end as "organisationName",
      case when c.author_id is not null then o.slug end as "organisationSlug", r.id as "replyId"
    from fact f join contribution c on c.id = f.contribution_id join audience a on a.id = c.audience_id
      join organisation o on o.id = c.organisation_id
      left join reply r on r.id = (f.data ->> 'reply')::int and r.contribution_id = c.id and r.withdrawn_at is null
    where f.id = ${factId} and c.state = 'published' and (f.name <> 'reply.given' or r.id is not null)
      and (a.kind in ('public', 'network') or (a.kind = 'forum' and a.forum_id = ${forumId}::int))
      and exists (select 1 from person p where p.role = 'office' and p.left_at is null and p.forum_id is not distinct from ${forumId}::int
        and ${reached('c.audience_id')} and ${reached('f.audience_id')})`.execute(tablesOf(system))
  return rows[0]
}

export const endDelivery = (
  system: Db,
  id: string,
  outcome: 'delivered' | 'given-up' | 'out-of-reach',
): Promise<unknown> =>
  tablesOf(system).updateTable('webhook_delivery').set({ next_at: null, outcome }).where('id', '=', id).execute()

export const waitWith = (system: Db, id: string, until: Date): Promise<unknown> =>
  tablesOf(system).updateTable('webhook_delivery').set({ next_at: until }).where('id', '=', id).execute()

/** What came of one try; `unsigned`: nothing was sent. */
export type TryOutcome = Omit<PostOutcome, 'why'> & { readonly why: PostOutcome['why'] | 'unsigned' }

/** False: the delivery went meanwhile, with its webhook. */
export async function noteTry(
  system: Db,
  id: string,
  { status, why, milliseconds, answer }: TryOutcome,
  at: Date,
): Promise<boolean> {
  const { rows } = await sql`
    insert into webhook_try (delivery_id, at, status, why, milliseconds, answer)
    select d.id, ${at}, ${status}::int, ${why ?? null}, ${milliseconds}::int, ${answer.replaceAll('\0', '')}
    from webhook_delivery d where d.id = ${id} for key share of d returning id`.execute(tablesOf(system))
  return rows.length === 1
}

export const noteSuccess = (system: Db, webhookId: number): Promise<unknown> =>
  tablesOf(system).updateTable('webhook').set({ failing_since: null }).where('id', '=', webhookId).execute()

/** Since when it fails. */
export async function noteFailing(system: Db, webhookId: number, now: Date): Promise<Date> {
  const { rows } = await sql<{ since: Date }>`
    update webhook set failing_since = coalesce(failing_since, ${now}) where id = ${webhookId} returning failing_since as since`.execute(
    tablesOf(system),
  )
  return rows[0]?.since ?? now
}

/** False: somebody else stopped it. */
export async function stopWebhook(system: Db, id: number, because: StoppedBecause, now: Date): Promise<boolean> {
  const result = await tablesOf(system)
    .updateTable('webhook')
    .set({ stopped_at: now, stopped_because: because })
    .where('id', '=', id)
    .where('stopped_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export interface OfficePerson {
  readonly id: number
  readonly name: string
  readonly email: string
  readonly lang: Lang
  readonly address: string
}

/** Who works in the office of this webhook. */
export async function listOffice(system: Db, webhookId: number): Promise<OfficePerson[]> {
  const { rows } = await sql<OfficePerson>`
    select p.id, p.name, p.email, p.lang, w.address from webhook w join person p on p.role = 'office' and p.left_at is null
      and p.forum_id is not distinct from w.forum_id where w.id = ${webhookId} and w.stopped_at is not null`.execute(
    tablesOf(system),
  )
  return rows
}

export const forgetDeliveries = (system: Db, before: Date): Promise<unknown> =>
  tablesOf(system).deleteFrom('webhook_delivery').where('made_at', '<', before).execute()
