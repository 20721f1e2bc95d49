// The words of a search become a vector within a budget: a slow or broken embedder costs a search a moment, never its answer.
import { type Embedder, EmbeddingFailure, type Meaning, type Reach } from './embedder.ts'

export interface MeaningParts {
  readonly embedder: Embedder
  readonly reach: Reach
  readonly sentTo: string | undefined
  readonly warn: (failure: EmbeddingFailure) => void
  /** Milliseconds that only go forward. */
  readonly clock?: () => number
  /** So long a search waits. */
  readonly budget?: number
}

/** After a failure, or several answers too late, searches do without for so long, instead of waiting one after the other. */
const rest = 10_000
/** One alone says nothing: this process itself may have been busy, as it is after its start. */
const tooOftenLate = 3
const minute = 60_000
const mostKept = 500

const asFailure = (error: unknown): EmbeddingFailure =>
  error instanceof EmbeddingFailure ? error : new EmbeddingFailure(`The embedder failed: ${(error as Error).message}`)

function oncePerMinute(warn: MeaningParts['warn'], clock: () => number): MeaningParts['warn'] {
  let said = Number.NEGATIVE_INFINITY
  return (failure) => {
    if (clock() - said < minute) return
    said = clock()
    warn(failure)
  }
}

/** Undefined when so much time has passed; once more so much where this process itself was too busy to look. */
const within = <Value>(promise: Promise<Value>, milliseconds: number): Promise<Value | undefined> =>
  new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout
    const wait = (once: boolean): void => {
      const begun = performance.now()
      const wasBusy = (): boolean => performance.now() - begun > 1.5 * milliseconds
      timer = setTimeout(() => (once && wasBusy() ? wait(false) : resolve(undefined)), milliseconds)
    }
    wait(true)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })

interface KeptVectors {
  readonly known: (words: string) => Float32Array | undefined
  readonly ask: (words: string) => Promise<Float32Array | undefined>
}

/** Pages two and three ask for the same words again; what came too late for the first is there for them. */
function keepVectors(embedder: Embedder): KeptVectors {
  const kept = new Map<string, Float32Array>()
  const asked = new Map<string, Promise<Float32Array | undefined>>()
  const embed = async (words: string): Promise<Float32Array | undefined> => {
    const [vector] = await embedder.embed([words], 'query')
    const [oldest] = kept.keys()
    if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest)
    if (vector !== undefined) kept.set(words, vector)
    return vector
  }
  return {
    known: (words) => kept.get(words),
    ask: (words) => {
      const running = asked.get(words) ?? embed(words).finally(() => asked.delete(words))
      asked.set(words, running)
      return running
    },
  }
}

/** What search and its jobs are given: words become vectors within the budget, failures are said now and then. */
export function createMeaning(parts: MeaningParts): Meaning {
  const { embedder, reach, sentTo, clock = () => performance.now(), budget = 300 } = parts
  const complain = oncePerMinute(parts.warn, clock)
  const vectors = keepVectors(embedder)
  let restUntil = Number.NEGATIVE_INFINITY
  let late = 0
  const restAfter = (failure: EmbeddingFailure): undefined => {
    late = 0
    restUntil = clock() + rest
    complain(failure)
  }
  const afterLate = (): undefined => {
    late += 1
    if (late >= tooOftenLate)
      restAfter(new EmbeddingFailure(`Searches go without their meaning: no answer in ${budget} ms.`))
  }
  const vectorOf = async (words: string): Promise<Float32Array | undefined> => {
    const known = vectors.known(words)
    if (known !== undefined || clock() < restUntil) return known
    try {
      const vector = await within(vectors.ask(words), budget)
      if (vector === undefined) return afterLate()
      late = 0
      return vector
    } catch (error) {
      return restAfter(asFailure(error))
    }
  }
  return { embedder, reach, sentTo, vectorOf, complain }
}
