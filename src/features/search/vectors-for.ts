// Vectors for documents, as they are kept: those that were known before come back, only the others are asked for.
import { hash } from 'node:crypto'
import type { Db } from '#platform/db/database.ts'
import { EmbeddingFailure, type Meaning } from '#platform/embedding/embedder.ts'
import { packVector, signatureOf, unpackVector } from './signature.ts'
import { findPackedLength, type GivenVector, listKnown, type WaitingDocument } from './store-vectors-work.ts'

/** Title, summary and the beginning: what small models read, and where a text says what it is about. */
const longestText = 1500

const textOf = ({ title, summary, body }: WaitingDocument): string =>
  [title, summary, body].filter(Boolean).join('\n').slice(0, longestText).toWellFormed()

interface Hashed extends WaitingDocument {
  readonly text: string
  readonly hash: string
}
const hashed = (document: WaitingDocument): Hashed => {
  const text = textOf(document)
  return { ...document, text, hash: hash('sha256', text) }
}

/** Where one text is refused, the others still get theirs; it is tried again the next time. */
async function embedEach(meaning: Meaning, texts: readonly string[]): Promise<Map<string, Buffer>> {
  try {
    const vectors = await meaning.embedder.embed(texts, 'document')
    return new Map(vectors.map((vector, place) => [texts[place] ?? '', packVector(vector)]))
  } catch (error) {
    if (!(error instanceof EmbeddingFailure && error.ofTexts)) throw error
    if (texts.length > 1) return embedHalves(meaning, texts)
    meaning.complain(error)
    return new Map()
  }
}

async function embedHalves(meaning: Meaning, texts: readonly string[]): Promise<Map<string, Buffer>> {
  const half = Math.ceil(texts.length / 2)
  const first = await embedEach(meaning, texts.slice(0, half))
  return new Map([...first, ...(await embedEach(meaning, texts.slice(half)))])
}

async function refuseOtherLength(system: Db, model: number, { embedder }: Meaning, vector: Buffer): Promise<void> {
  const before = await findPackedLength(system, model)
  if (before !== undefined && before !== vector.length)
    throw new EmbeddingFailure(
      `The model ${embedder.model} gives vectors of another length than before; give it another name in EMBEDDING_MODEL.`,
    )
}

/** Without those whose text was refused. Throws an `EmbeddingFailure` where nothing goes. */
export async function vectorsFor(
  system: Db,
  meaning: Meaning,
  model: number,
  waiting: readonly WaitingDocument[],
): Promise<GivenVector[]> {
  const documents = waiting.map(hashed)
  const known = await listKnown(
    system,
    model,
    documents.map((one) => one.hash),
  )
  const texts = new Set(documents.filter((one) => !known.has(one.hash)).map(({ text }) => text))
  const fresh = texts.size === 0 ? new Map<string, Buffer>() : await embedEach(meaning, [...texts])
  const [first] = fresh.values()
  if (first !== undefined) await refuseOtherLength(system, model, meaning, first)
  return documents.flatMap(({ id, text, hash: key }): GivenVector[] => {
    const vector = known.get(key) ?? fresh.get(text)
    return vector === undefined ? [] : [{ id, hash: key, vector, signature: signatureOf(unpackVector(vector)) }]
  })
}
