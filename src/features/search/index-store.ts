// Writing the index, as the system: whole documents out and in, one writer at a time.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { SearchDocument } from '#platform/feature.ts'
import { fold } from '#thesaurus/fold.ts'
import { wordsIn } from '#thesaurus/words.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { DocumentTerms } from './document-terms.ts'
import type { SearchTables } from './tables.ts'
import { everyDocument, termId } from './term-id.ts'

/** The lock of the statistics; the same number stands in the migration. */
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

export async function lockWriters(system: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(${writersLock})`.execute(system)
}

export async function deleteDocuments(system: Db, kind: string, subjects: readonly number[]): Promise<void> {
  if (subjects.length === 0) return
  await system
    .withTables<SearchTables>()
    .deleteFrom('search_document')
    .where('kind', '=', kind)
    .where('subject', 'in', subjects)
    .execute()
}

/** A practice tells no population; its city's own document does. */
const populationOf = ({ population, organisation }: SearchDocument) =>
  population !== undefined || organisation === undefined
    ? sql<number | null>`${population ?? null}::int`
    : sql<number | null>`(select population from search_document
        where organisation_id = ${organisation.id} and population is not null order by id limit 1)`

const rowOf = ({ document, terms, isContribution }: IndexedDocument) => ({
  kind: document.kind,
  subject: document.subject,
  contribution_id: isContribution ? document.subject : null,
  lang: document.lang,
  title: document.title,
  summary: document.summary,
  body: document.body,
  path: document.path,
  audience: document.audience,
  organisation_id: document.organisation?.id ?? null,
  organisation_name: document.organisation?.name ?? null,
  organisation_slug: document.organisation?.slug ?? null,
  country: document.country ?? null,
  year: document.year ?? null,
  evidence: document.evidence ?? null,
  population: populationOf(document),
  behind: document.behind ?? false,
  concepts: [...terms.concepts],
  changed_at: document.changedAt,
})

interface Columns {
  readonly terms: number[]
  readonly documents: number[]
  readonly weights: number[]
  readonly audiences: number[]
}

const columnsOf = (indexed: readonly IndexedDocument[], ids: readonly number[]): Columns => {
  const columns: Columns = { terms: [], documents: [], weights: [], audiences: [] }
  for (const [index, { document, terms }] of indexed.entries())
    for (const [term, weight] of [['', 0] as const, ...terms.weights]) {
      columns.terms.push(term === '' ? everyDocument : termId(term))
      columns.documents.push(ids[index] ?? 0)
      columns.weights.push(weight)
      columns.audiences.push(document.audience)
    }
  return columns
}

/** Adds documents that are not in the index; the caller has deleted them and holds the writers' lock. */
export async function insertDocuments(system: Db, indexed: readonly IndexedDocument[]): Promise<void> {
  const ids: number[] = []
  for (const one of indexed) {
    const inserted = system.withTables<SearchTables>().insertInto('search_document').values(rowOf(one)).returning('id')
    ids.push((await inserted.executeTakeFirstOrThrow()).id)
  }
  if (ids.length === 0) return
  const { terms, documents, weights, audiences } = columnsOf(indexed, ids)
  await sql`insert into search_posting (term, document_id, weight, audience)
    select * from unnest(${terms}::bigint[], ${documents}::int[], ${weights}::real[], ${audiences}::int[])
    on conflict do nothing`.execute(system)
  await insertTitleWords(system, indexed, ids)
}

/** Words that lead to a document while somebody types: of its title, of a place the names in other languages too. */
const titleWordsOf = ({ title, body, population }: SearchDocument): string[] => [
  ...new Set(wordsIn(population === undefined ? title : `${title} ${body}`).map(({ word }) => fold(word))),
]

async function insertTitleWords(
  system: Db,
  indexed: readonly IndexedDocument[],
  ids: readonly number[],
): Promise<void> {
  const rows = indexed.flatMap(({ document }, index) =>
    titleWordsOf(document).map((word) => ({ word, document_id: ids[index] ?? 0, audience: document.audience })),
  )
  if (rows.length > 0) await system.withTables<SearchTables>().insertInto('search_title').values(rows).execute()
}

/** Subjects of this kind that are in the index. */
export async function listIndexed(system: Db, kind: string): Promise<number[]> {
  const rows = await system
    .withTables<SearchTables>()
    .selectFrom('search_document')
    .select('subject')
    .where('kind', '=', kind)
    .execute()
  return rows.map(({ subject }) => subject)
}
