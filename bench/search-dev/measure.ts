// How good is search on the development set? Its documents and queries, and the figures of the whole path from words to results.
import { join } from 'node:path'
import { answerQueries } from '../answer-queries.ts'
import type { PlainDocument } from '../temporary-index.ts'
import { documentLine, gradedQueryLine, readLines } from './files.ts'
import { type GradedQuery, type Scored, scoreResults } from './score.ts'

export interface DevelopmentSet {
  readonly documents: readonly PlainDocument[]
  readonly queries: readonly GradedQuery[]
}

const file = (name: string): string => join(import.meta.dirname, name)

/** The practices of the demonstration and the further texts, and the graded queries over both. */
export const readDevelopmentSet = (): DevelopmentSet => ({
  documents: ['docs.jsonl', 'texts.jsonl'].flatMap((name) => readLines(file(name), documentLine)),
  queries: readLines(file('queries.jsonl'), gradedQueryLine),
})

export const languagesOf = (documents: readonly PlainDocument[]): ReadonlyMap<string, string> =>
  new Map(documents.map(({ id, lang }) => [id, lang]))

/** Asks every query of the development set and scores what was found. */
export async function measureDevelopmentSet(): Promise<Scored[]> {
  const { documents, queries } = readDevelopmentSet()
  return scoreResults(languagesOf(documents), queries, await answerQueries(documents, queries))
}
