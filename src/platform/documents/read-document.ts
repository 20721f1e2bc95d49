// Reads what people bring, in a thread of its own with a limit of time and memory: a hostile file ends its thread and nothing else.
import { Worker } from 'node:worker_threads'
import { threadFile } from '../thread-file.ts'
import { cannotRead, type DocumentReading } from './document.ts'

const longest = 20_000
/** Heap of the thread, and what it may hold beside it (unpacked streams), in mebibytes. */
const heap = 256
const beside = 384
const lookEvery = 100
/** Each may take a core and half a gibibyte: others wait for their turn. */
const atOnce = 2

const start = (brought: object): Worker =>
  new Worker(threadFile('platform/documents/document-worker'), {
    workerData: brought,
    resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    env: {},
    execArgv: [],
    argv: [],
    stdin: false,
    stdout: true,
    stderr: true,
  })

/** Buffers do not count as heap: a stream that unpacks to gigabytes is seen here only. */
const watchMemory = (worker: Worker, end: () => void): NodeJS.Timeout =>
  setInterval(() => {
    worker.getHeapStatistics().then(
      ({ external_memory }) => {
        if (external_memory > beside * 1_048_576) end()
      },
      () => undefined,
    )
  }, lookEvery)

const readInThread = (brought: object): Promise<DocumentReading> =>
  new Promise((resolve) => {
    const worker = start(brought)
    const finish = (reading: DocumentReading): void => {
      clearTimeout(clock)
      clearInterval(memory)
      resolve(reading)
      void worker.terminate()
    }
    const give = (): void => finish(cannotRead('broken'))
    const clock = setTimeout(give, longest)
    const memory = watchMemory(worker, give)
    worker.once('message', finish)
    worker.once('error', give)
    worker.once('exit', give)
  })

let running = 0
const waiting: (() => void)[] = []

async function inTurn(work: () => Promise<DocumentReading>): Promise<DocumentReading> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await work()
  } finally {
    // The place is handed on rather than freed, so that nobody slips in between.
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }
}

/** Never throws for what was brought; takes at most 20 seconds once it is its turn. */
export const readDocument = (bytes: Uint8Array): Promise<DocumentReading> => inTurn(() => readInThread({ bytes }))
/** The same for text that was pasted, plain or Markdown. */
export const readPasted = (text: string): Promise<DocumentReading> => inTurn(() => readInThread({ text }))
