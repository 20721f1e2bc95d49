// The thread in which many documents are prepared for the index: most of a millisecond each, which pages would have to wait for.
import { parentPort } from 'node:worker_threads'
import type { SearchDocument } from '#platform/feature.ts'
import type { Addition } from '#thesaurus/additions.ts'
import { layOverVocabulary } from '#thesaurus/vocabulary.ts'
import { type Given, type PreparedDocuments, prepareDocuments } from './prepare-documents.ts'

export interface Order {
  readonly id: number
  readonly documents: readonly SearchDocument[]
  readonly given: Given
  /** Words accepted since the files were written, where they are others than before. */
  readonly additions: readonly Addition[] | undefined
}
export interface Answer {
  readonly id: number
  readonly prepared?: PreparedDocuments
  readonly failure?: unknown
}

/** All its bytes: handed over, not copied. */
const bytesOf = ({ postings, ...rest }: PreparedDocuments) =>
  [...Object.values(rest), ...Object.values(postings)]
    .filter((part) => ArrayBuffer.isView(part))
    .map(({ buffer }) => buffer as ArrayBuffer)

async function answer({ id, documents, given, additions }: Order): Promise<void> {
  try {
    if (additions !== undefined) layOverVocabulary(additions)
    const prepared = await prepareDocuments(documents, given)
    parentPort?.postMessage({ id, prepared }, bytesOf(prepared))
  } catch (failure) {
    parentPort?.postMessage({ id, failure })
  }
}

/** One order after the other: two at once would each take twice as long, and hold twice the memory while they do. */
let last = Promise.resolve()
parentPort?.on('message', (order: Order) => {
  last = last.then(() => answer(order))
})
