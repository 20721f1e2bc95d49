// After an update, or when the files of concepts have changed, the index is made anew by itself, a while each minute:
// other jobs, which wait for this one, wait no longer than that. The same for vectors, where an embedder is configured.
import { EmbeddingFailure } from '#platform/embedding/embedder.ts'
import type { JobParts, Schedule } from '#platform/feature.ts'
import { warmLanguages } from '#thesaurus/warm.ts'
import { giveMissingVectors } from './actions/give-vectors.ts'
import { catchUp } from './actions/reindex.ts'

const aWhile = 20_000
/** Seconds after a start. */
const settled = 60

/** A failure is said in the log, once a minute; the next minute tries again. */
async function giveVectorsAWhile({ system, meaning }: JobParts): Promise<void> {
  if (meaning === undefined) return
  const until = performance.now() + aWhile
  try {
    await giveMissingVectors({ system, meaning, goOn: () => performance.now() < until })
  } catch (error) {
    if (!(error instanceof EmbeddingFailure)) throw error
    meaning.complain(error)
  }
}

export const schedules: readonly Schedule[] = [
  {
    name: 'search.catch-up',
    cron: '* * * * *',
    atStart: true,
    run: async ({ system, features }) => {
      await catchUp(system, features, aWhile)
      // It takes seconds of the processor: not while everybody comes back after a start.
      if (process.uptime() > settled) await warmLanguages()
    },
  },
  { name: 'search.give-vectors', cron: '* * * * *', run: giveVectorsAWhile },
]
