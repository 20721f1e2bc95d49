// Gives each document within the embedder's reach its vector, some at a time; whoever is interrupted goes on where it was.
import { type AudienceKind, audienceKinds } from '#kernel/audience.ts'
import type { Db } from '#platform/db/database.ts'
import type { Meaning, Reach } from '#platform/embedding/embedder.ts'
import { modelId } from '../near-meaning.ts'
import {
  asOnlyGiver,
  type Coverage,
  countCovered,
  giveVectors,
  listWaiting,
  tidyVectors,
} from '../store-vectors-work.ts'
import { vectorsFor } from '../vectors-for.ts'

/** Written after each: so many are paid for again when the process is killed at the worst moment. */
const batch = 64

export interface Giving {
  readonly system: Db
  readonly meaning: Meaning
  readonly progress?: (coverage: Coverage) => void
  /** Asked between two steps: whether there is time for another. */
  readonly goOn?: () => boolean
}

/** TLP:RED is for the named persons only: no embedder reads it, not even one's own. */
const kindsWithin = (reach: Reach): AudienceKind[] =>
  reach === 'public' ? ['public'] : audienceKinds.filter((kind) => kind !== 'persons')

async function giveAll(giving: Giving): Promise<void> {
  const { system, meaning, progress, goOn = () => true } = giving
  const kinds = kindsWithin(meaning.reach)
  const model = modelId(meaning.embedder.model)
  await tidyVectors(system, kinds)
  const covered = await countCovered(system, model, kinds)
  let { done } = covered
  for (let after = 0; goOn(); ) {
    const waiting = await listWaiting(system, model, kinds, after, batch)
    if (waiting.length === 0) return
    const given = await vectorsFor(system, meaning, model, waiting)
    await giveVectors(system, model, given)
    done += given.length
    after = waiting.at(-1)?.id ?? after
    progress?.({ done, total: covered.total })
  }
}

/** False where another process is at it. Throws an `EmbeddingFailure`; what was given before it stays. */
export const giveMissingVectors = (giving: Giving): Promise<boolean> =>
  asOnlyGiver(giving.system, () => giveAll(giving))

/** How many things within reach have a vector of the present model. */
export const coverageOf = (system: Db, { embedder, reach }: Meaning): Promise<Coverage> =>
  countCovered(system, modelId(embedder.model), kindsWithin(reach))
