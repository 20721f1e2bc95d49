// An embedder behind an address: what is sent, in which order it comes back, and what each failure says.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { beforeEach, describe, expect, test } from 'vitest'
import { embed, openEmbeddingServer } from '../../../testing/embedding-server.ts'
import { httpEmbedder } from './http-embedder.ts'

const server = await openEmbeddingServer()
const pauses = [1, 1, 1]
const embedder = httpEmbedder({ address: server.address, model: 'small', key: 'geheim', pauses })
beforeEach(() => {
  server.requests.length = 0
  server.behaviour = 'well'
})

test('Each text gets its own vector, in the order of the texts, whatever the order of the answer', async () => {
  const texts = Array.from({ length: 40 }, (_, number) => `Lampe ${'abcdefgh'.repeat(number % 5)} Nummer`)
  const vectors = await embedder.embed(texts, 'document')
  expect(vectors).toEqual(texts.map((text) => Float32Array.from(embed(text, 256))))
  expect(server.requests.map(({ input }) => input.length)).toEqual([16, 16, 8])
  expect(server.texts()).toEqual(texts)
  expect(server.requests[0]).toMatchObject({ model: 'small', path: '/v1/embeddings', authorization: 'Bearer geheim' })
})

test('Without a key none is sent', async () => {
  await httpEmbedder({ address: server.address, model: 'small' }).embed(['Lampe'], 'query')
  expect(server.requests[0]?.authorization).toBeUndefined()
})

test.each([
  ['multilingual-e5-small', 'query: Lampe', 'passage: Lampe'],
  ['nomic-embed-text:v1.5', 'search_query: Lampe', 'search_document: Lampe'],
  ['multilingual-e5-large-instruct', 'Lampe', 'Lampe'],
  ['text-embedding-3-small', 'Lampe', 'Lampe'],
])('%s is told what it reads as its makers say', async (model, query, document) => {
  const one = httpEmbedder({ address: server.address, model })
  await one.embed(['Lampe'], 'query')
  await one.embed(['Lampe'], 'document')
  expect(server.texts()).toEqual([query, document])
})

describe('what passes', () => {
  test.each([429, 500, 503])('%i: documents are asked for again, until it goes well', async (status) => {
    server.behaviour = { status, times: 2 }
    expect(await embedder.embed(['Lampe'], 'document')).toHaveLength(1)
    expect(server.requests).toHaveLength(3)
  })

  test('after four times it is a failure that says who and what', async () => {
    server.behaviour = { status: 500 }
    await expect(embedder.embed(['Lampe'], 'document')).rejects.toThrow(
      /^The embedding service at 127\.0\.0\.1:\d+ answered 500\.$/,
    )
    expect(server.requests).toHaveLength(4)
  })

  test('it waits as long as the other side says', async () => {
    server.behaviour = { status: 429, headers: { 'retry-after': '0.2' }, times: 1 }
    const begun = performance.now()
    await embedder.embed(['Lampe'], 'document')
    expect(performance.now() - begun).toBeGreaterThan(190)
  })

  test('a query is asked for once only', async () => {
    server.behaviour = { status: 503 }
    await expect(embedder.embed(['Lampe'], 'query')).rejects.toThrow('answered 503.')
    expect(server.requests).toHaveLength(1)
  })
})

describe('what does not pass is said at once', () => {
  test.each([
    [401, false],
    [404, false],
    [400, true],
    [413, true],
  ])('%i', async (status, ofTexts) => {
    server.behaviour = { status }
    await expect(embedder.embed(['Lampe'], 'document')).rejects.toMatchObject({ name: 'EmbeddingFailure', ofTexts })
    expect(server.requests).toHaveLength(1)
  })

  const entry = (index: number, embedding: unknown) => ({ index, embedding })
  test.each([
    ['<html>Sign in</html>', 'something else than vectors'],
    ['{"data":{}}', 'something else than vectors'],
    [JSON.stringify({ data: [entry(0, ['1', '2'])] }), 'something else than vectors'],
    [JSON.stringify({ data: [entry(0, [1, 2])] }), '1 vectors for 2 texts'],
    [JSON.stringify({ data: [entry(0, [1, 2]), entry(1, [1])] }), 'vectors of different lengths'],
    [JSON.stringify({ data: [entry(0, [1, 2]), entry(0, [2, 1])] }), 'vectors that belong to no text'],
    [JSON.stringify({ data: [entry(0, [1, 2]), entry(1, [0, 0])] }), 'a vector that says nothing'],
    [JSON.stringify({ data: [entry(0, [1, 2]), entry(1, [1e300, 0])] }), 'a vector that says nothing'],
    [JSON.stringify({ data: [entry(0, [1, 2]), entry(1, Array(9000).fill(1))] }), 'something else than vectors'],
    [`{"data":"${'x'.repeat(5_000_000)}"}`, 'more than 4194304 bytes'],
  ])('%.60s', async (body, sentence) => {
    server.behaviour = { body }
    await expect(embedder.embed(['Lampe', 'Licht'], 'document')).rejects.toThrow(sentence)
  })
})

test('It follows nobody to another address: neither texts nor key go there', async () => {
  server.behaviour = { status: 307, headers: { location: `${server.address}/elsewhere` } }
  await expect(embedder.embed(['Lampe'], 'query')).rejects.toThrow(/did not answer/)
  expect(server.requests).toHaveLength(1)
})

test('An address where nobody listens is a failure without the text that was asked for', async () => {
  const nobody = createServer()
  await new Promise<void>((resolve) => nobody.listen(0, '127.0.0.1', () => resolve()))
  const { port } = nobody.address() as AddressInfo
  await new Promise((resolve) => nobody.close(resolve))
  const gone = httpEmbedder({ address: `http://127.0.0.1:${port}`, model: 'small', key: 'geheim', pauses: [] })
  await expect(gone.embed(['ein Geheimnis'], 'document')).rejects.toThrow(
    `The embedding service at 127.0.0.1:${port} did not answer (ECONNREFUSED).`,
  )
})
