// An embedding service as a network might have one: real HTTP on the loopback, OpenAI's protocol, and every way in which
// such a service fails. Its model is small and the same everywhere: letters in threes, and a table of words that mean the same.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll } from 'vitest'

export interface EmbeddingRequest {
  readonly model: string
  readonly input: readonly string[]
  readonly path: string
  readonly authorization: string | undefined
}

/** How it answers: well, with a status, with something that is no list of vectors, or after a while. */
export type Behaviour =
  | 'well'
  | { readonly status: number; readonly headers?: Record<string, string>; readonly times?: number }
  | { readonly body: string }
  | { readonly after: number }
  | { readonly refuses: string }

export interface EmbeddingServer {
  /** What EMBEDDING_ADDRESS would be. */
  readonly address: string
  readonly requests: EmbeddingRequest[]
  /** All texts that were ever sent to it, one after the other. */
  readonly texts: () => string[]
  behaviour: Behaviour
  /** How many numbers a vector has. */
  numbers: number
  readonly close: () => Promise<void>
}

/** Invented words that stand in no thesaurus: those of a line mean the same. */
const synonyms: readonly (readonly string[])[] = [
  ['quirlsteg', 'wirbelbrucke', 'plumpaquatsch'],
  ['zwirbelquarz', 'murmelstein', 'gluggerfels'],
]

const numberOf = (text: string): number =>
  [...text].reduce((hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619) >>> 0, 2_166_136_261)

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z]{2,}/g) ?? []

const add = (vector: number[], what: string, weight: number): void => {
  const hash = numberOf(what)
  const at = hash % vector.length
  vector[at] = (vector[at] ?? 0) + (hash & 0x10_0000 ? weight : -weight)
}

/** The same text always gives the same vector; texts with the same or synonymous words give vectors close together. */
export function embed(text: string, numbers: number): number[] {
  const vector = Array.from({ length: numbers }, () => 0)
  const words = wordsOf(text)
  const weight = 1 / Math.sqrt(Math.max(1, words.length))
  for (const word of words)
    for (let at = 0; at + 3 <= word.length; at += 1) add(vector, word.slice(at, at + 3), weight / 3)
  for (const [meaning, same] of synonyms.entries())
    if (words.some((word) => same.some((one) => word.startsWith(one))))
      for (let part = 0; part < 16; part += 1) add(vector, `meaning ${meaning} ${part}`, 0.6)
  return vector.some((value) => value !== 0) ? vector : vector.with(0, 1)
}

async function readJson(request: IncomingMessage): Promise<{ model: string; input: string[] }> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return JSON.parse(Buffer.concat(pieces).toString('utf8'))
}

const give = (response: ServerResponse, status: number, body: string, headers: Record<string, string> = {}): void =>
  void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)

function giveVectors(server: EmbeddingServer, input: readonly string[], model: string, response: ServerResponse): void {
  const data = input.map((text, index) => ({ object: 'embedding', index, embedding: embed(text, server.numbers) }))
  // The protocol promises no order: that is what the index is for.
  give(response, 200, JSON.stringify({ object: 'list', model, data: data.reverse(), usage: {} }))
}

async function answer(server: EmbeddingServer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { model, input } = await readJson(request)
  server.requests.push({ model, input, path: request.url ?? '', authorization: request.headers.authorization })
  const { behaviour } = server
  if (behaviour === 'well') return giveVectors(server, input, model, response)
  if ('body' in behaviour) return give(response, 200, behaviour.body)
  if ('refuses' in behaviour) {
    if (input.some((text) => text.includes(behaviour.refuses))) return give(response, 400, '{"error":"too long"}')
    return giveVectors(server, input, model, response)
  }
  if ('after' in behaviour) {
    await pause(behaviour.after)
    return giveVectors(server, input, model, response)
  }
  const { status, headers, times = Number.POSITIVE_INFINITY } = behaviour
  server.behaviour = times <= 1 ? 'well' : { ...behaviour, times: times - 1 }
  return give(response, status, '{"error":"not now"}', headers)
}

/** Listens until the test file has ended. */
export async function openEmbeddingServer(): Promise<EmbeddingServer> {
  const requests: EmbeddingRequest[] = []
  const listener = createServer((request, response) => void answer(server, request, response))
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', () => resolve()))
  const server: EmbeddingServer = {
    address: `http://127.0.0.1:${(listener.address() as AddressInfo).port}/v1`,
    requests,
    texts: () => requests.flatMap(({ input }) => input),
    behaviour: 'well',
    numbers: 256,
    close: () =>
      new Promise((resolve) => {
        listener.close(() => resolve())
        listener.closeAllConnections()
      }),
  }
  afterAll(server.close)
  return server
}
