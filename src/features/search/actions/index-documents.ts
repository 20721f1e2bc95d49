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

/** So many are written while the next are analysed. */
const part = 250
/** Their documents as they are now, within the running transaction: while some are analysed, those before are written. */
export async function indexWithin(
  transaction: Db,
  { source, isContribution }: IndexedKind,
  subjects: readonly number[],
): Promise<void> {
  if (isContribution) await holdContributions(transaction, subjects)
  const documents: (SearchDocument | undefined)[] = []
  for (const subject of new Set(subjects)) documents.push(await source.document(transaction, subject))
  let indexed = await analyse(documents.slice(0, part), isContribution)
  await lockWriters(transaction)
  await deleteDocuments(transaction, source.kind, subjects)
  const numbered: NumberedDocument[] = []
  for (let at = part; indexed.length > 0 || at < documents.length; at += part) {
    const next = documents.slice(at, at + part)
    const both = [insertDocuments(transaction, indexed), analyse(next, isContribution)] as const
    const [added, analysed] = await Promise.all(both)
    numbered.push(...added)
    indexed = analysed
  }
  await insertPostings(transaction, numbered)
  await tellIndexed(transaction)
}

/** All in one transaction: a searcher sees the old documents or the new ones, never neither. */
export const indexSubjects = (system: Db, kind: IndexedKind, subjects: readonly number[]): Promise<void> =>
  system.transaction().execute((transaction) => indexWithin(transaction, kind, subjects))
