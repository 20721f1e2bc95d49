// From things to what the index keeps of them, many in a row without keeping anybody waiting.
import { setImmediate as breathe } from 'node:timers/promises'
import type { SearchDocument } from '#platform/feature.ts'
import { documentTerms } from './document-terms.ts'
import type { IndexedDocument } from './index-store.ts'

/** A practice is found by its city's name; a city or a person by all of theirs. */
const namesOf = (document: SearchDocument, isContribution: boolean): string =>
  [document.organisation?.name ?? '', ...(isContribution ? [] : [document.title, document.body])].join('\n')

export const toIndexed = (document: SearchDocument, isContribution: boolean): IndexedDocument => ({
  document,
  isContribution,
  terms: documentTerms(document, namesOf(document, isContribution)),
})

/** So many are analysed before whoever else waits has a turn. */
const inOneGo = 5

/** Those that are there, in their order. */
export async function analyse(
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
