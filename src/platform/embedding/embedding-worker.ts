// The thread in which a model of one's own computes: a text takes some ten milliseconds, in which nobody else should wait.
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'

export interface Asked {
  readonly id: number
  readonly texts: readonly string[]
}
export type Answered = { readonly id: number } & (
  | { readonly vectors: readonly Float32Array[] }
  | { readonly failure: string }
)

/** The part of transformers.js that is used; it is no dependency, whoever wants it installs it. */
interface Transformers {
  readonly env: { allowRemoteModels: boolean; allowLocalModels: boolean; localModelPath: string }
  readonly pipeline: (task: 'feature-extraction', model: string, options: object) => Promise<Extract>
}
type Extract = (
  texts: readonly string[],
  options: { readonly pooling: 'mean'; readonly normalize: boolean },
) => Promise<{ readonly data: Float32Array; readonly dims: readonly number[] }>

const { module, folder } = workerData as { readonly module: string; readonly folder: string }

async function load(): Promise<Extract> {
  const { env, pipeline } = (await import(module)) as Transformers
  // Nothing is fetched: what is not in the folder is missing.
  env.allowRemoteModels = false
  env.allowLocalModels = true
  env.localModelPath = dirname(folder)
  const dtype = existsSync(join(folder, 'onnx', 'model.onnx')) ? 'fp32' : 'q8'
  return pipeline('feature-extraction', basename(folder), { local_files_only: true, dtype })
}

let loading: Promise<Extract> | undefined

async function answer({ id, texts }: Asked): Promise<Answered> {
  try {
    loading ??= load()
    const { data, dims } = await (await loading)(texts, { pooling: 'mean', normalize: true })
    const length = dims.at(-1) ?? 0
    return { id, vectors: texts.map((_, place) => Float32Array.from(data.slice(place * length, (place + 1) * length))) }
  } catch (error) {
    return { id, failure: String((error as Error).message).split('\n')[0] ?? '' }
  }
}

// One after the other: a model takes all the cores it is given.
let turn: Promise<unknown> = Promise.resolve()
parentPort?.on('message', (asked: Asked) => {
  turn = turn.then(() => answer(asked)).then((answered) => parentPort?.postMessage(answered))
})
