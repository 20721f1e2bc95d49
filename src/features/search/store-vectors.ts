// What things within reach mean: as the viewer, row-level security on both tables decides what exists.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'

/** The average is taken of so many: enough to say how far apart things usually lie. */
const sampled = 1000

/** The nearest of all that this model knows within reach, by their signatures, in any order. */
export async function listNearest(db: Db, model: number, signature: string, most: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select document_id as id from search_signature where model = ${model}::bigint
    order by bit_count(signature # ${signature}::bit(512)), document_id limit ${most}`.execute(db)
  return rows.map(({ id }) => id)
}

/** In how many places the signatures of things within reach differ from this one on average; undefined where there are none. */
export async function findUsualDistance(db: Db, model: number, signature: string): Promise<number | undefined> {
  const { rows } = await sql<{ places: number | null }>`
    select avg(bit_count(signature # ${signature}::bit(512)))::float8 as places
    from (select signature from search_signature where model = ${model}::bigint order by document_id limit ${sampled}) s`.execute(
    db,
  )
  return rows[0]?.places ?? undefined
}

/** The packed vectors of these documents, where they have one. */
export async function listVectors(db: Db, model: number, ids: readonly number[]): Promise<Map<number, Buffer>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: number; vector: Buffer }>`
    select document_id as id, vector from search_vector
    where model = ${model}::bigint and document_id = any (${ids}::int[])`.execute(db)
  return new Map(rows.map(({ id, vector }) => [id, vector]))
}
