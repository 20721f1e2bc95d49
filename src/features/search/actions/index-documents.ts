// Puts things into the index as they are now, or takes them out; harmless when done twice.
import type { Db } from '#platform/db/database.ts'
import type { Feature, SearchDocument, SearchSource } from '#platform/feature.ts'
import {
  deleteDocuments,
  holdContributions,
  insertPrepared,
  lockWriters,
  readGiven,
  tellIndexed,
} from '../index-store.ts'
import { type Prepare, prepareDocuments } from '../prepare-documents.ts'
import { keepRule } from '../under-rule.ts'

export interface IndexedKind {
  readonly source: SearchSource
  readonly isContribution: boolean
}

export const kindsOf = (features: readonly Feature[]): IndexedKind[] => {
  const contributions = new Set(features.flatMap(({ kinds = [] }) => kinds.map(({ kind }) => kind)))
  return features.flatMap(({ search = [] }) =>
    search.map((source) => ({ source, isContribution: contributions.has(source.kind) })),
  )
}

export interface Way {
  /** Asked once they are prepared, before anything is written: whether they are to be. */
  readonly claim?: () => Promise<boolean>
  readonly prepare?: Prepare
}
const always = async (): Promise<boolean> => true

/** Their documents as they are now, within the running transaction; gives whether they were written. */
export async function indexWithin(
  transaction: Db,
  { source, isContribution }: IndexedKind,
  subjects: readonly number[],
  { claim = always, prepare = prepareDocuments }: Way = {},
): Promise<boolean> {
  // What holds no row is read behind the lock: what is taken back meanwhile waits for it, and deletes what was written here.
  if (isContribution) await holdContributions(transaction, subjects)
  else await lockWriters(transaction)
  const read: (SearchDocument | undefined)[] = []
  for (const subject of new Set(subjects)) read.push(await source.document(transaction, subject))
  const documents = (await keepRule(transaction, read)).filter((document) => document !== undefined)
  const prepared = await prepare(documents, await readGiven(transaction, documents, isContribution))
  if (!(await claim())) return false
  await lockWriters(transaction)
  await deleteDocuments(transaction, source.kind, subjects)
  await insertPrepared(transaction, prepared)
  await tellIndexed(transaction)
  return true
}

/** All in one transaction: a searcher sees the old documents or the new ones, never neither. */
export async function indexSubjects(system: Db, kind: IndexedKind, subjects: readonly number[]): Promise<void> {
  await system.transaction().execute((transaction) => indexWithin(transaction, kind, subjects))
}
