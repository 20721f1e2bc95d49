// Puts things into the index as they are now, or takes them out; harmless when done twice.
import { setImmediate as breathe } from 'node:timers/promises'
import type { Db } from '#platform/db/database.ts'
import type { Feature, SearchDocument, SearchSource } from '#platform/feature.ts'
import { documentTerms } from '../document-terms.ts'
import {
  deleteDocuments,
  holdContributions,
  type IndexedDocument,
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

/** A practice is found by its city's name; a city or a person by all of theirs. */
const namesOf = (document: SearchDocument, isContribution: boolean): string =>
  [document.organisation?.name ?? '', ...(isContribution ? [] : [document.title, document.body])].join('\n')

export const toIndexed = (document: SearchDocument, isContribution: boolean): IndexedDocument => ({
  document,
  isContribution,
  terms: documentTerms(document, namesOf(document, isContribution)),
})

/** So many are written while the next are analysed. */
const part = 250
/** So many are analysed before whoever else waits has a turn. */
const inOneGo = 5

async function analyse(
  documents: readonly (SearchDocument | undefined)[],
  isContribution: boolean,
): Promise<IndexedDocument[]> {
  const indexed: IndexedDocument[] = []
  for (const [index, document] of documents.entries()) {
    if (document !== undefined) indexed.push(toIndexed(document, isContribution))
    if (index % inOneGo === 0) await breathe()
  }
  return indexed
}

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
