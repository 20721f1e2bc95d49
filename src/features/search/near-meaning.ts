// How near in meaning things within reach are to what was asked, as a part of one for each that is near at all.
import type { Db } from '#platform/db/database.ts'
import type { Meaning } from '#platform/embedding/embedder.ts'
import type { Scored } from './accumulate.ts'
import type { RankingWeights } from './ranking-weights.ts'
import { cosine, cosineFrom, signatureOf } from './signature.ts'
import { findUsualDistance, listNearest, listVectors } from './store-vectors.ts'
import { termId } from './term-id.ts'

/** From above 0 to 1, by the number of the document; what is not near is not in it. */
export type Nearness = ReadonlyMap<number, number>
/** Asked with those that the words found first: they are compared too, however far away they lie. */
export type FindNear = (best: readonly Scored[]) => Promise<Nearness>

type Measure = Pick<RankingWeights, 'meaning' | 'leastNear' | 'fullyNear' | 'nearest'>

const nothing: Nearness = new Map()

/** The name under which a model's vectors are kept. */
export const modelId = (model: string): number => termId(`model:${model}`)

/**
 * Each model spreads its vectors differently wide; so what counts is how much of the way from things' usual cosine to 1
 * one has come. Of that, `leastNear` is nothing yet, and from `fullyNear` on it is all the same.
 */
export function nearness(cos: number, usual: number, { leastNear, fullyNear }: Measure): number {
  const way = (cos - usual) / Math.max(1 - usual, 1e-6)
  return Math.min(1, Math.max(0, (way - leastNear) / (fullyNear - leastNear)))
}

async function compare(db: Db, model: number, vector: Float32Array, best: readonly Scored[], measure: Measure) {
  const signature = signatureOf(vector)
  const [places, ids] = await Promise.all([
    findUsualDistance(db, model, signature),
    listNearest(db, model, signature, measure.nearest),
  ])
  if (places === undefined) return nothing
  const known = best.slice(0, measure.nearest).map(({ id }) => id)
  const near = new Map<number, number>()
  for (const [id, packed] of await listVectors(db, model, [...new Set([...ids, ...known])])) {
    const value = nearness(cosine(vector, packed) ?? -1, cosineFrom(places), measure)
    if (value > 0) near.set(id, value)
  }
  return near
}

/** Begins to ask the embedder at once, so that it thinks while the words are looked up. */
export function findNearTo(db: Db, meaning: Meaning | undefined, words: string, measure: Measure): FindNear {
  if (meaning === undefined || measure.meaning === 0 || words === '') return async () => nothing
  const asked = meaning.vectorOf(words)
  return async (best) => {
    const vector = await asked
    return vector === undefined ? nothing : compare(db, modelId(meaning.embedder.model), vector, best, measure)
  }
}

/** With those that are near and that no word has found. */
export function withNear(
  best: readonly Scored[],
  near: Nearness,
  letThrough = (_id: number): boolean => true,
): readonly Scored[] {
  if (near.size === 0) return best
  const known = new Set(best.map(({ id }) => id))
  const added = [...near.keys()].filter((id) => !known.has(id) && letThrough(id))
  return [...best, ...added.map((id) => ({ id, score: 0 }))]
}

/** What is entirely near gains `meaning` times what the words' best has; where no words matched, scores are of one. */
export function blend(scored: readonly Scored[], near: Nearness, { meaning }: Measure): readonly Scored[] {
  if (near.size === 0) return scored
  const top = scored.reduce((most, { score }) => Math.max(most, score), 0) || 1
  return scored.map(({ id, score }) => ({ id, score: score + meaning * top * (near.get(id) ?? 0) }))
}
