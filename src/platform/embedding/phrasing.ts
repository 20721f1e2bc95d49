// Some models were trained on texts that begin with what they are; without these beginnings they compare badly.
import type { TextKind } from './embedder.ts'

/** As the cards of the models say (intfloat/multilingual-e5, nomic-ai/nomic-embed-text). Instructed models take only queries so, and are left alone. */
const beginnings: readonly { readonly models: RegExp; readonly query: string; readonly document: string }[] = [
  { models: /(?:^|[^a-z])e5(?!.*instruct)/i, query: 'query: ', document: 'passage: ' },
  { models: /nomic-embed-text/i, query: 'search_query: ', document: 'search_document: ' },
]

/** The texts as this model wants them. */
export function phrased(model: string, texts: readonly string[], kind: TextKind): string[] {
  const beginning = beginnings.find(({ models }) => models.test(model))?.[kind] ?? ''
  return texts.map((text) => `${beginning}${text}`)
}
