// Giving vectors to documents, as the system: which have none yet, which were known before, who is at it.
import { sql } from 'kysely'
import type { AudienceKind } from '#kernel/audience.ts'
import type { Db } from '#platform/db/database.ts'

/** Whoever holds it gives vectors; freed by the server when its connection ends, however that comes. */
const giversLock = 7_013_846

/** Runs the work unless somebody else is at it; whether it ran. No transaction is open meanwhile. */
export const asOnlyGiver = (system: Db, work: () => Promise<void>): Promise<boolean> =>
  system.connection().execute(async (connection) => {
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_lock(${giversLock}) as mine`.execute(
      connection,
    )
    if (rows[0]?.mine !== true) return false
    await work().finally(() => sql`select pg_advisory_unlock(${giversLock})`.execute(connection))
    return true
  })

export interface WaitingDocument {
  readonly id: number
  readonly title: string
  readonly summary: string
  readonly body: string
}

const reached = (kinds: readonly AudienceKind[]) => sql`select id from audience where kind = any (${kinds}::text[])`

/** Documents of these audiences that this model has not read, from behind a number on; only the beginning of their texts. */
export async function listWaiting(
  system: Db,
  model: number,
  kinds: readonly AudienceKind[],
  after: number,
  most: number,
): Promise<WaitingDocument[]> {
  const { rows } = await sql<WaitingDocument>`
    select d.id, d.title, left(d.summary, 2000) as summary, left(d.body, 2000) as body from search_document d
    where d.id > ${after} and d.audience in (${reached(kinds)})
      and not exists (select from search_vector v where v.document_id = d.id and v.model = ${model}::bigint)
    order by d.id limit ${most}`.execute(system)
  return rows
}

export interface Coverage {
  readonly done: number
  readonly total: number
}

/** How many of the documents of these audiences this model has read. */
export async function countCovered(system: Db, model: number, kinds: readonly AudienceKind[]): Promise<Coverage> {
  const { rows } = await sql<Coverage>`
    select count(v.document_id)::int as done, count(*)::int as total from search_document d
    left join search_vector v on v.document_id = d.id and v.model = ${model}::bigint
    where d.audience in (${reached(kinds)})`.execute(system)
  return rows[0] ?? { done: 0, total: 0 }
}

/** Vectors that were kept of texts with these hashes in hexadecimal, by the hash. */
export async function listKnown(system: Db, model: number, hashes: readonly string[]): Promise<Map<string, Buffer>> {
  const { rows } = await sql<{ hash: string; vector: Buffer }>`
    with asked as (select decode(h, 'hex') as text_hash from unnest(${hashes}::text[]) h)
    select encode(k.text_hash, 'hex') as hash, k.vector from search_vector_kept k join asked using (text_hash)
    where k.model = ${model}::bigint`.execute(system)
  return new Map(rows.map(({ hash, vector }) => [hash, vector]))
}

/** How many bytes this model's packed vectors have; undefined where there are none. */
export async function findPackedLength(system: Db, model: number): Promise<number | undefined> {
  const { rows } = await sql<{ length: number }>`
    select length(vector) as length from search_vector where model = ${model}::bigint limit 1`.execute(system)
  return rows[0]?.length
}

export interface GivenVector {
  readonly id: number
  readonly hash: string
  readonly vector: Buffer
  readonly signature: string
}

/**
 * Puts vectors to those documents that are still there, in the audience that they have now; those of another model give way.
 * A document that is being taken out is waited for, and then gets none.
 */
export async function giveVectors(system: Db, model: number, given: readonly GivenVector[]): Promise<void> {
  const rows = given.map(({ vector, ...one }) => ({ ...one, vector: vector.toString('hex') }))
  await sql`
    with given as (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as g (id int, hash text, vector text, signature text)
    ), held as (
      select d.id, d.audience from search_document d where d.id in (select id from given) order by d.id for key share
    ), signed as (
      insert into search_signature (document_id, audience, model, signature)
        select id, audience, ${model}::bigint, signature::bit(512) from given join held using (id)
        on conflict (document_id) do update
          set audience = excluded.audience, model = excluded.model, signature = excluded.signature
    )
    insert into search_vector (document_id, audience, model, text_hash, vector)
      select id, audience, ${model}::bigint, decode(hash, 'hex'), decode(vector, 'hex') from given join held using (id)
      on conflict (document_id) do update set audience = excluded.audience, model = excluded.model,
        text_hash = excluded.text_hash, vector = excluded.vector`.execute(system)
}

/** Takes out what this embedder should not know, and what was kept for long enough. */
export async function tidyVectors(system: Db, kinds: readonly AudienceKind[]): Promise<void> {
  await sql`delete from search_signature where audience not in (${reached(kinds)})`.execute(system)
  await sql`delete from search_vector where audience not in (${reached(kinds)})`.execute(system)
  await sql`delete from search_vector_kept where gone_at < now() - interval '1 day'`.execute(system)
}
