// Writing the index, as the system: whole documents out and in, one writer at a time.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { SearchDocument } from '#platform/feature.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import { arrayBytes } from './array-bytes.ts'
import { listed } from './listed.ts'
import { type PackedPostings, postingRows } from './posting-rows.ts'
import type { Given, PreparedDocuments } from './prepare-documents.ts'

/** The lock of whoever changes postings; the same number stands in the migrations. */
const writersLock = 7_013_843

/** Pages kept for visitors are out of date once the index has changed; told as facts are, after the commit. */
export async function tellIndexed(system: Db): Promise<void> {
  await sql`select pg_notify('fact', 'indexed')`.execute(system)
}

/** Until the commit nobody changes the audience of these contributions: what is indexed is what holds. */
export async function holdContributions(system: Db, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await system
    .withTables<TrunkTables>()
    .selectFrom('contribution')
    .select('id')
    .where('id', 'in', ids)
    .orderBy('id')
    .forShare()
    .execute()
}

/** Those of these audiences that are rooms under the Chatham House Rule. Until the commit it begins to hold in no other of them. */
export async function listUnderRule(system: Db, audiences: readonly number[]): Promise<ReadonlySet<number>> {
  if (audiences.length === 0) return new Set()
  const rooms = await system
    .withTables<TrunkTables>()
    .selectFrom('room')
    .select(['audience_id as audience', 'chatham'])
    .where('audience_id', 'in', [...new Set(audiences)])
    .orderBy('audience_id')
    .forShare()
    .execute()
  return new Set(rooms.filter(({ chatham }) => chatham).map(({ audience }) => audience))
}

/** Numbers of documents are given within this lock too: a posting is always added behind those that are there. */
export async function lockWriters(system: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(${writersLock})`.execute(system)
}

/** Their postings go with them, by a trigger. */
export async function deleteDocuments(system: Db, kind: string, subjects: readonly number[]): Promise<void> {
  if (subjects.length === 0) return
  await sql`delete from search_document where kind = ${kind} and subject = any (${listed(subjects)}::int[])`.execute(
    system,
  )
}

/** A practice tells no population; its city's own document does. */
async function readPopulations(system: Db, documents: readonly SearchDocument[]): Promise<Map<number, number>> {
  const asking = documents.filter(({ population }) => population === undefined)
  const cities = asking.flatMap(({ organisation }) => organisation?.id ?? [])
  if (cities.length === 0) return new Map()
  const { rows } = await sql<{ organisation: number; population: number }>`
    select distinct on (organisation_id) organisation_id as organisation, population from search_document
    where organisation_id = any (${[...new Set(cities)]}::int[]) and population is not null
    order by organisation_id, id`.execute(system)
  return new Map(rows.map(({ organisation, population }) => [organisation, population]))
}

async function listKinds(system: Db): Promise<Map<string, number>> {
  const { rows } = await sql<{ code: number; kind: string }>`select code, kind from search_kind`.execute(system)
  return new Map(rows.map(({ code, kind }) => [kind, code]))
}

/** A kind's number in the index; a new kind takes the next, behind the writers' lock. */
async function findKinds(system: Db, kinds: readonly string[]): Promise<Map<string, number>> {
  const known = await listKinds(system)
  if (kinds.every((kind) => known.has(kind))) return known
  await lockWriters(system)
  await sql`insert into search_kind (code, kind)
    select (select coalesce(max(code), 0) from search_kind) + row_number() over (order by kind), kind
    from unnest(${kinds}::text[]) as asked (kind) where kind not in (select kind from search_kind)`.execute(system)
  return listKinds(system)
}

/** What has to be known before documents are prepared. */
export async function readGiven(
  system: Db,
  documents: readonly SearchDocument[],
  isContribution: boolean,
): Promise<Given> {
  const kinds = await findKinds(system, [...new Set(documents.map(({ kind }) => kind))])
  return { isContribution, isName: !isContribution, kinds, populations: await readPopulations(system, documents) }
}

/** The first of so many numbers in a row: nobody else takes any behind the writers' lock. */
async function takeNumbers(system: Db, count: number): Promise<number> {
  const { rows } = await sql<{ first: number }>`
    select min(nextval('search_document_id_seq'))::int as first from generate_series(1, ${count}::int)`.execute(system)
  return rows[0]?.first ?? 0
}

/** Columns whose values travel as JSON, with their types. */
const columns = {
  ...{
    kind: 'text',
    subject: 'int',
    contribution_id: 'int',
    lang: 'text',
    title: 'text',
    summary: 'text',
    body: 'text',
  },
  ...{ path: 'text', audience: 'int', organisation_id: 'int', organisation_name: 'text', organisation_slug: 'text' },
  ...{ country: 'text', year: 'int', evidence: 'int', population: 'int', behind: 'boolean', concepts: 'text[]' },
  changed_at: 'timestamptz',
}
const names = sql.raw(Object.keys(columns).join(', '))
const types = sql.raw(
  Object.entries(columns)
    .map((column) => column.join(' '))
    .join(', '),
)

async function insertRows(system: Db, prepared: PreparedDocuments, first: number): Promise<void> {
  const { rows, terms, tokens, extents } = prepared
  await sql`insert into search_document (id, ${names}, terms, tokens, extents) overriding system value
    select ${first}::int + place, ${names}, (${terms}::bigint[])[terms_from:terms_from + terms_count - 1],
      substring(${tokens}::bytea from tokens_from for tokens_length),
      substring(${extents}::bytea from extents_from for extents_length)
    from json_to_recordset(${rows}::json) as r (place int, ${types}, terms_from int, terms_count int,
      tokens_from int, tokens_length int, extents_from int, extents_length int)`.execute(system)
}

async function insertTitleWords(system: Db, titleWords: Uint8Array, first: number): Promise<void> {
  await sql`insert into search_title (word, document_id, audience) select word, ${first}::int + place, audience
    from json_to_recordset(${titleWords}::json) as r (word text, place int, audience int)`.execute(system)
}

/** Of as many documents as possible at once: each row that grows is written anew. */
async function insertPostings(system: Db, postings: PackedPostings, first: number): Promise<void> {
  const { terms, audiences, blocks, starts, lengths, data } = postingRows(postings, first)
  const ints = [audiences, blocks, starts, lengths].map((numbers) => arrayBytes('int', numbers))
  await sql`insert into search_posting select term, audience, block, substring(${data}::bytea from start for length)
    from unnest(${arrayBytes('bigint', terms)}::bigint[], ${ints[0]}::int[], ${ints[1]}::int[], ${ints[2]}::int[],
      ${ints[3]}::int[]) as r (term, audience, block, start, length)
    on conflict (term, audience, block) do update set data = search_posting.data || excluded.data`.execute(system)
}

/** Adds documents that are not in the index; the caller has deleted them, and holds the writers' lock. */
export async function insertPrepared(system: Db, prepared: PreparedDocuments): Promise<void> {
  if (prepared.count === 0) return
  const first = await takeNumbers(system, prepared.count)
  await insertRows(system, prepared, first)
  await insertTitleWords(system, prepared.titleWords, first)
  await insertPostings(system, prepared.postings, first)
}

/** Subjects of this kind that are in the index. */
export async function listIndexed(system: Db, kind: string): Promise<number[]> {
  const { rows } = await sql<{ subject: number }>`select subject from search_document where kind = ${kind}`.execute(
    system,
  )
  return rows.map(({ subject }) => subject)
}
