// While the index is made anew, documents are prepared in a thread of its own: meanwhile this one answers pages, and writes
// the documents before.
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { threadFile } from '#platform/thread-file.ts'
import type { Addition } from '#thesaurus/additions.ts'
import { laidOver } from '#thesaurus/vocabulary.ts'
import { type Prepare, type PreparedDocuments, prepareDocuments } from './prepare-documents.ts'
import type { Answer, Order } from './preparing-thread.ts'

/** One life of the thread, and what is waited for from it. */
class Thread {
  // Without the environment: it has no business with passwords.
  private readonly worker = new Worker(threadFile('features/search/preparing-thread'), {
    env: {},
    execArgv: [],
    argv: [],
  })
  private readonly waiting = new Map<number, PromiseWithResolvers<PreparedDocuments>>()
  private known: readonly Addition[] = []
  private last = 0

  constructor(over: () => void) {
    const fail = (reason: unknown): void => {
      over()
      for (const { reject } of this.waiting.values()) reject(reason)
      this.waiting.clear()
    }
    this.worker.on('message', (answer: Answer) => this.hear(answer))
    this.worker.on('error', fail)
    this.worker.on('exit', () => fail(new Error('The thread that prepares documents for the index has ended.')))
    // A process that goes does not wait for it.
    this.worker.unref()
  }

  private hear({ id, prepared, failure }: Answer): void {
    const order = this.waiting.get(id)
    this.waiting.delete(id)
    if (prepared === undefined) order?.reject(failure)
    else order?.resolve(prepared)
  }

  readonly prepare: Prepare = (documents, given) => {
    const additions = laidOver() === this.known ? undefined : laidOver()
    this.known = laidOver()
    this.last += 1
    const order: Order = { id: this.last, documents, given, additions }
    const answer = Promise.withResolvers<PreparedDocuments>()
    this.waiting.set(order.id, answer)
    this.worker.postMessage(order)
    return answer.promise
  }

  end = (): Promise<unknown> => this.worker.terminate()
}

export interface Beside {
  readonly prepare: Prepare
  /** To be called however it ends: what the thread knows of the vocabulary takes memory. */
  readonly end: () => Promise<void>
}

/** The thread starts for the first `many`; fewer are done here at once, and all where the processor has one core. */
export function prepareBeside(many = 250, cores = availableParallelism()): Beside {
  let thread: Thread | undefined
  const start = (): Thread => {
    const started: Thread = new Thread(() => {
      if (thread === started) thread = undefined
    })
    return started
  }
  const prepare: Prepare = (documents, given) => {
    if (documents.length < many || cores < 2) return prepareDocuments(documents, given)
    thread ??= start()
    return thread.prepare(documents, given)
  }
  return { prepare, end: async () => void (await thread?.end()) }
}
