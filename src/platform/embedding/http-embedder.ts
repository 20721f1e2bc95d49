// An embedder behind an address that speaks OpenAI's protocol: `POST …/embeddings`. Ollama, vLLM, llama.cpp and others do.
import { setTimeout as pause } from 'node:timers/promises'
import { type Embedder, EmbeddingFailure, type TextKind } from './embedder.ts'
import { phrased } from './phrasing.ts'
import { readVectors } from './read-vectors.ts'

export interface EmbeddingService {
  /** Up to before `/embeddings`. */
  readonly address: string
  readonly model: string
  readonly key?: string | undefined
  /** How long to wait before each further try, in milliseconds. */
  readonly pauses?: readonly number[]
}

const textsPerRequest = 16
/** Sixteen vectors of 8,192 numbers in many digits. */
const mostBytes = 4_194_304
const patience: Record<TextKind, number> = { query: 5000, document: 60_000 }
const usualPauses = [1000, 4000, 15_000]
const longestPause = 30_000

/** What may go better a little later, and how much later the other side says. */
class Later extends EmbeddingFailure {
  readonly after: number
  constructor(message: string, after: number) {
    super(message)
    this.after = after
  }
}

async function readLimited(who: string, { body }: Response): Promise<string> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of body ?? []) {
    bytes += piece.byteLength
    if (bytes > mostBytes) throw new EmbeddingFailure(`${who} answered with more than ${mostBytes} bytes.`)
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

/** Too many, or broken for the moment. */
const passes = (status: number): boolean => status === 429 || status >= 500
/** Too long, or not to its liking. */
const isAboutTexts = (status: number): boolean => [400, 413, 422].includes(status)

function refusalOf(who: string, { status, headers }: Response): EmbeddingFailure {
  const sentence = `${who} answered ${status}.`
  const seconds = Number(headers.get('retry-after') ?? 0)
  if (passes(status)) return new Later(sentence, Number.isFinite(seconds) ? Math.min(seconds * 1000, longestPause) : 0)
  return new EmbeddingFailure(sentence, isAboutTexts(status))
}

/** Why nothing came, without the address's secrets: a failed fetch hides its reason in its cause. */
const unreached = (who: string, error: unknown): EmbeddingFailure => {
  if (error instanceof EmbeddingFailure) return error
  const { name, cause } = error as Error & { cause?: { code?: string } }
  return new Later(`${who} did not answer${name === 'TimeoutError' ? ' in time' : ` (${cause?.code ?? name})`}.`, 0)
}

type Ask = (texts: readonly string[], kind: TextKind) => Promise<Float32Array[]>

const askerOf = (who: string, { address, model, key }: EmbeddingService): Ask => {
  const headers = { 'content-type': 'application/json', ...(key !== undefined && { authorization: `Bearer ${key}` }) }
  return async (texts, kind) => {
    try {
      const answer = await fetch(`${address}/embeddings`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ model, input: phrased(model, texts, kind) }),
        signal: AbortSignal.timeout(patience[kind]),
        // The key and the texts are for this address and no other.
        redirect: 'error',
      })
      if (!answer.ok) throw refusalOf(who, answer)
      return readVectors(who, await readLimited(who, answer), texts.length)
    } catch (error) {
      throw unreached(who, error)
    }
  }
}

const again = (ask: Ask, pauses: readonly number[]): Ask =>
  async function askAgain(texts, kind) {
    for (const wait of pauses)
      try {
        return await ask(texts, kind)
      } catch (error) {
        if (!(error instanceof Later)) throw error
        await pause(Math.max(wait, error.after))
      }
    return ask(texts, kind)
  }

/** A query is asked for once: whoever searches does not wait for a second try. */
export function httpEmbedder(service: EmbeddingService): Embedder {
  const who = `The embedding service at ${new URL(service.address).host}`
  const once = askerOf(who, service)
  const patient = again(once, service.pauses ?? usualPauses)
  return {
    model: service.model,
    embed: async (texts, kind) => {
      const vectors: Float32Array[] = []
      for (let at = 0; at < texts.length; at += textsPerRequest)
        vectors.push(...(await (kind === 'query' ? once : patient)(texts.slice(at, at + textsPerRequest), kind)))
      return vectors
    },
  }
}
