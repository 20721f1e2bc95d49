// An embedder of one's own: a model in a folder, computed by transformers.js in a thread. Nothing leaves the machine.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join, resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { StartFailure } from '../failure.ts'
import { projectRoot } from '../project-root.ts'
import { threadFile } from '../thread-file.ts'
import { type Embedder, EmbeddingFailure } from './embedder.ts'
import type { Answered, Asked } from './embedding-worker.ts'
import { phrased } from './phrasing.ts'
import { checkedVectors } from './read-vectors.ts'

const transformers = '@huggingface/transformers'
const who = 'The model in EMBEDDING_FOLDER'
/** Few at a time, so that the words of a search come in between. */
const textsPerTurn = 4
const needed = ['config.json', 'tokenizer.json', 'onnx']

function installedTransformers(): string {
  try {
    createRequire(join(projectRoot, 'package.json')).resolve(transformers)
    return transformers
  } catch {
    throw new StartFailure(`EMBEDDING_FOLDER needs transformers.js; install it with: npm install ${transformers}`)
  }
}

function refuseFolder(folder: string): void {
  const missing = needed.find((name) => !existsSync(join(folder, name)))
  if (missing !== undefined)
    throw new StartFailure(`EMBEDDING_FOLDER must hold a model in the form of transformers.js; ${missing} is missing.`)
}

type Waiting = Map<number, (answer: Answered) => void>

function startThread(workerData: object, waiting: Waiting, over: () => void): Worker {
  const worker = new Worker(threadFile('platform/embedding/embedding-worker'), { workerData, execArgv: [], argv: [] })
  const end = (reason: string): void => {
    over()
    for (const [id, give] of waiting) give({ id, failure: reason })
    waiting.clear()
  }
  worker.on('message', (answer: Answered) => {
    waiting.get(answer.id)?.(answer)
    waiting.delete(answer.id)
  })
  worker.on('error', (error) => end(error.message))
  worker.on('exit', () => end('its thread ended'))
  return worker
}

function askThread(workerData: object): (texts: readonly string[]) => Promise<Float32Array[]> {
  const waiting: Waiting = new Map()
  let worker: Worker | undefined
  let last = 0
  return async (texts) => {
    worker ??= startThread(workerData, waiting, () => {
      worker = undefined
    })
    const asked: Asked = { id: ++last, texts }
    const answer = await new Promise<Answered>((give) => {
      waiting.set(asked.id, give)
      worker?.ref()
      worker?.postMessage(asked)
    })
    // Nobody has to wait for it when the process goes.
    if (waiting.size === 0) worker?.unref()
    if ('failure' in answer) throw new EmbeddingFailure(`${who} failed: ${answer.failure}`)
    return checkedVectors(who, answer.vectors, texts.length)
  }
}

/** Stops the start with a sentence where the folder holds no model or transformers.js is not installed. `module`: for tests. */
export function folderEmbedder(path: string, module = installedTransformers): Embedder {
  const folder = resolve(path)
  refuseFolder(folder)
  const ask = askThread({ module: module(), folder })
  const model = basename(folder)
  return {
    model,
    embed: async (texts, kind) => {
      const vectors: Float32Array[] = []
      const said = phrased(model, texts, kind)
      for (let at = 0; at < said.length; at += textsPerTurn)
        vectors.push(...(await ask(said.slice(at, at + textsPerTurn))))
      return vectors
    },
  }
}
