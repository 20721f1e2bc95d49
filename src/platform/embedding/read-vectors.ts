// What an embedder answered, judged: as many vectors as texts, in their order, all of one length, of finite numbers.
import { z } from 'zod'
import { EmbeddingFailure } from './embedder.ts'

const mostNumbers = 8192
const answerShape = z.object({
  data: z.array(z.object({ index: z.int().min(0), embedding: z.array(z.number()).min(1).max(mostNumbers) })),
})

const isUsable = (vector: Float32Array): boolean =>
  vector.every((value) => Number.isFinite(value)) && vector.some((value) => value !== 0)

/** Vectors that a search can compare; otherwise a failure that begins with who answered. */
export function checkedVectors(who: string, vectors: readonly Float32Array[], texts: number): Float32Array[] {
  if (vectors.length !== texts)
    throw new EmbeddingFailure(`${who} answered with ${vectors.length} vectors for ${texts} texts.`)
  const lengths = new Set(vectors.map(({ length }) => length))
  if (lengths.size > 1) throw new EmbeddingFailure(`${who} answered with vectors of different lengths.`)
  if (!vectors.every(isUsable)) throw new EmbeddingFailure(`${who} answered with a vector that says nothing.`)
  return [...vectors]
}

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** The body of an answer of `POST /embeddings`, as OpenAI describes it. */
export function readVectors(who: string, body: string, texts: number): Float32Array[] {
  const answer = answerShape.safeParse(parsed(body))
  if (!answer.success) throw new EmbeddingFailure(`${who} answered with something else than vectors.`)
  const inOrder = answer.data.data.toSorted((one, other) => one.index - other.index)
  if (inOrder.some(({ index }, place) => index !== place))
    throw new EmbeddingFailure(`${who} answered with vectors that belong to no text.`)
  return checkedVectors(
    who,
    inOrder.map(({ embedding }) => Float32Array.from(embedding)),
    texts,
  )
}
