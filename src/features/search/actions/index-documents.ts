// Puts things into the index as they are now, or takes them out; harmless when done twice.
import type { Db } from '#platform/db/database.ts'
import type { Feature, SearchDocument, SearchSource } from '#platform/feature.ts'
import { analyse } from '../analyse-documents.ts'
import {
  deleteDocuments,
  holdContributions,
  insertDocuments,
  insertPostings,
  lockWriters,
  tellIndexed,
} from '../index-store.ts'
import type { NumberedDocument } from '../posting-rows.ts'
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

/** So many are written at once: whoever searches meanwhile has a turn in between. */
const part = 250

const always = async (): Promise<boolean> => true

/**
 * Their documents as they are now, within the running transaction. `claim` is asked once they are analysed, before anything
 * is written; gives whether they were written.
 */
export async function indexWithin(
  transaction: Db,
  { source, isContribution }: IndexedKind,
  subjects: readonly number[],
  claim = always,
): Promise<boolean> {
  // What holds no row is read behind the lock: what is taken back meanwhile waits for it, and deletes what was written here.
  if (isContribution) await holdContributions(transaction, subjects)
  else await lockWriters(transaction)
  const documents: (SearchDocument | undefined)[] = []
  for (const subject of new Set(subjects)) documents.push(await source.document(transaction, subject))
  const indexed = await analyse(await keepRule(transaction, documents), isContribution)
  if (!(await claim())) return false
  await lockWriters(transaction)
  await deleteDocuments(transaction, source.kind, subjects)
  const numbered: NumberedDocument[] = []
  for (let at = 0; at < indexed.length; at += part)
    numbered.push(...(await insertDocuments(transaction, indexed.slice(at, at + part))))
  await insertPostings(transaction, numbered)
  await tellIndexed(transaction)
  return true
}

/** All in one transaction: a searcher sees the old documents or the new ones, never neither. */
export async function indexSubjects(system: Db, kind: IndexedKind, subjects: readonly number[]): Promise<void> {
  await system.transaction().execute((transaction) => indexWithin(transaction, kind, subjects))
}
