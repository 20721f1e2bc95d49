// Puts things into the index as they are now, or takes them out; harmless when done twice.
import type { Db } from '#platform/db/database.ts'
import type { Feature, SearchDocument, SearchSource } from '#platform/feature.ts'
import { documentTerms } from '../document-terms.ts'
import {
  deleteDocuments,
  holdContributions,
  type IndexedDocument,
  insertDocuments,
  lockWriters,
  tellIndexed,
} from '../index-store.ts'

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

/** All in one transaction: a searcher sees the old documents or the new ones, never neither. */
export const indexSubjects = (
  system: Db,
  { source, isContribution }: IndexedKind,
  subjects: readonly number[],
): Promise<void> =>
  system.transaction().execute(async (transaction) => {
    if (isContribution) await holdContributions(transaction, subjects)
    const indexed: IndexedDocument[] = []
    for (const subject of new Set(subjects)) {
      const document = await source.document(transaction, subject)
      if (document !== undefined) indexed.push(toIndexed(document, isContribution))
    }
    await lockWriters(transaction)
    await deleteDocuments(transaction, source.kind, subjects)
    await insertDocuments(transaction, indexed)
    await tellIndexed(transaction)
  })
