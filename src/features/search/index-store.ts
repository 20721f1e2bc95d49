// Writing the index, as the system: whole documents out and in, one writer at a time.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { SearchDocument } from '#platform/feature.ts'
import { fold } from '#thesaurus/fold.ts'
import { wordsIn } from '#thesaurus/words.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import { attributeTerms, type Brief, packAttributes } from './attributes.ts'
import type { DocumentTerms } from './document-terms.ts'
import { listed } from './listed.ts'
import { fromSteps } from './posting-block.ts'
import { type NumberedDocument, postingRows } from './posting-rows.ts'
import { filterTerms } from './search-filters.ts'
import { everyDocument, termId } from './term-id.ts'

/** The lock of whoever changes postings; the same number stands in the migrations. */
const writersLock = 7_013_843

export interface IndexedDocument {
  readonly document: SearchDocument
  readonly terms: DocumentTerms
  readonly isContribution: boolean
}

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
async function readPopulations(system: Db, indexed: readonly IndexedDocument[]): Promise<Map<number, number>> {
  const asking = indexed.filter(({ document }) => document.population === undefined)
  const cities = asking.flatMap(({ document }) => document.organisation?.id ?? [])
  if (cities.length === 0) return new Map()
  const { rows } = await sql<{ organisation: number; population: number }>`
    select distinct on (organisation_id) organisation_id as organisation, population from search_document
    where organisation_id = any (${[...new Set(cities)]}::int[]) and population is not null
    order by organisation_id, id`.execute(system)
  return new Map(rows.map(({ organisation, population }) => [organisation, population]))
}

/** A kind's number in the index; a new kind takes the next. */
async function findKindCodes(system: Db, kinds: readonly string[]): Promise<Map<string, number>> {
  await sql`insert into search_kind (code, kind)
    select (select coalesce(max(code), 0) from search_kind) + row_number() over (order by kind), kind
    from unnest(${kinds}::text[]) as asked (kind) where kind not in (select kind from search_kind)`.execute(system)
  const { rows } = await sql<{ code: number; kind: string }>`select code, kind from search_kind`.execute(system)
  return new Map(rows.map(({ code, kind }) => [kind, code]))
}

async function takeNumbers(system: Db, count: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select nextval('search_document_id_seq')::int as id from generate_series(1, ${count}::int)`.execute(system)
  return rows.map(({ id }) => id)
}

/** What neither JSON nor PostgreSQL's text can hold. */
const storable = (text: string): string => text.replaceAll('\0', ' ').toWellFormed()

interface Numbered extends IndexedDocument, NumberedDocument {
  readonly population: number | null
}

const briefOf = (document: SearchDocument, terms: DocumentTerms, population: number | null): Brief => {
  const { kind, lang, country = null, year = null, evidence = null, behind = false } = document
  return { kind, lang, country, year, evidence, population, behind, concepts: terms.concepts }
}

const rowOf = ({ id, document, terms, isContribution, weights, population }: Numbered) => ({
  id,
  kind: document.kind,
  subject: document.subject,
  contribution_id: isContribution ? document.subject : null,
  lang: document.lang,
  title: storable(document.title),
  summary: storable(document.summary),
  body: storable(document.body),
  path: document.path,
  audience: document.audience,
  organisation_id: document.organisation?.id ?? null,
  organisation_name: document.organisation?.name ?? null,
  organisation_slug: document.organisation?.slug ?? null,
  country: document.country ?? null,
  year: document.year ?? null,
  evidence: document.evidence ?? null,
  population,
  behind: document.behind ?? false,
  concepts: terms.concepts,
  changed_at: document.changedAt,
  terms: [...weights.keys()],
  tokens: `\\x${terms.tokens.toString('hex')}`,
  extents: `\\x${terms.extents.toString('hex')}`,
})

async function insertRows(system: Db, numbered: readonly Numbered[]): Promise<void> {
  const rows = JSON.stringify(numbered.map(rowOf))
  await sql`insert into search_document overriding system value
    select * from json_populate_recordset(null::search_document, ${rows}::json)`.execute(system)
}

/**
 * The postings of documents that were just added. Of as many as possible at once: each row that grows is written anew.
 */
export async function insertPostings(system: Db, numbered: readonly NumberedDocument[]): Promise<void> {
  if (numbered.length === 0) return
  const { terms, audiences, blocks, lengths, data } = postingRows(numbered)
  const columns = [terms, audiences, blocks, lengths].map(listed)
  await sql`insert into search_posting
    select term, audience, block, substring(${data}::bytea from (until - length + 1)::int for length)
    from (select *, sum(length) over (order by place) as until
      from unnest(${columns[0]}::bigint[], ${columns[1]}::int[], ${columns[2]}::int[], ${columns[3]}::int[])
        with ordinality as r (term, audience, block, length, place)) r
    on conflict (term, audience, block) do update set data = search_posting.data || excluded.data`.execute(system)
}

/** Words that lead to a document while somebody types: of its title, of a place the names in other languages too. */
const titleWordsOf = ({ title, body, population }: SearchDocument): string[] => [
  ...new Set(wordsIn(population === undefined ? title : `${title} ${body}`).map(({ word }) => fold(storable(word)))),
]

async function insertTitleWords(system: Db, numbered: readonly Numbered[]): Promise<void> {
  const rows = numbered.flatMap(({ id, document }) =>
    titleWordsOf(document).map((word) => ({ word, document_id: id, audience: document.audience })),
  )
  await sql`insert into search_title (word, document_id, audience)
    select * from json_populate_recordset(null::search_title, ${JSON.stringify(rows)}::json)`.execute(system)
}

const numberedFrom = (one: IndexedDocument, id: number, population: number | null, kindCode: number): Numbered => {
  const { document, terms } = one
  const brief = briefOf(document, terms, population)
  const weights = new Map([...terms.weights].map(([term, weight]) => [termId(term), weight]))
  for (const term of filterTerms(brief)) weights.set(termId(term), 0)
  const numbers = packAttributes(brief, kindCode)
  for (const [at, term] of attributeTerms().entries())
    if (numbers[at] !== 0 || term === everyDocument) weights.set(term, (numbers[at] ?? 0) * fromSteps)
  return { ...one, id, audience: document.audience, population, weights }
}

/**
 * Adds documents that are not in the index, still without their postings; the caller has deleted them, holds the writers'
 * lock, and adds the postings in the same transaction.
 */
export async function insertDocuments(
  system: Db,
  indexed: readonly IndexedDocument[],
): Promise<readonly NumberedDocument[]> {
  if (indexed.length === 0) return []
  const populations = await readPopulations(system, indexed)
  const ids = await takeNumbers(system, indexed.length)
  const codes = await findKindCodes(system, [...new Set(indexed.map(({ document }) => document.kind))])
  const numbered = indexed.map((one, index) => {
    const { population, organisation, kind } = one.document
    const inhabitants = population ?? populations.get(organisation?.id ?? 0) ?? null
    return numberedFrom(one, ids[index] ?? 0, inhabitants, codes.get(kind) ?? 0)
  })
  await insertRows(system, numbered)
  await insertTitleWords(system, numbered)
  return numbered
}

/** Subjects of this kind that are in the index. */
export async function listIndexed(system: Db, kind: string): Promise<number[]> {
  const { rows } = await sql<{ subject: number }>`select subject from search_document where kind = ${kind}`.execute(
    system,
  )
  return rows.map(({ subject }) => subject)
}
