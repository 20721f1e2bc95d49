// MiniSearch with all documents in the memory of this process, without languages, concepts, facets or explanations: the floor.
import MiniSearch from 'minisearch'
import type { MakeDocument } from './documents.ts'
import type { Question } from './questions.ts'

interface Kept {
  readonly id: number
  readonly audience: number
  readonly title: string
  readonly text: string
}

export function fillInMemory(make: MakeDocument, documents: number): MiniSearch<Kept> {
  const index = new MiniSearch<Kept>({ fields: ['title', 'text'], storeFields: ['audience'] })
  for (let subject = 1; subject <= documents; subject += 1) {
    const { audience, title, summary, body } = make(subject)
    index.add({ id: subject, audience, title, text: `${summary} ${body}` })
  }
  return index
}

/** The best twenty within reach, by any of the words. */
export const askInMemory = (index: MiniSearch<Kept>, { text }: Question, reach: ReadonlySet<number>) =>
  index.search(text, { filter: ({ audience }) => reach.has(audience) }).slice(0, 20)
