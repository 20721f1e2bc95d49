// The words of a search and the embedder: a search waits a moment for it, and never longer, and the log is not flooded.
import { beforeEach, expect, test } from 'vitest'
import { openEmbeddingServer } from '../../../testing/embedding-server.ts'
import { createMeaning } from './ask-meaning.ts'
import type { Meaning } from './embedder.ts'
import { httpEmbedder } from './http-embedder.ts'

const server = await openEmbeddingServer()
let clock: number
let warned: string[]
let meaning: Meaning
/** `budget` as long as no test is about it: the machine may be busy. */
const open = (budget = 10_000): Meaning => {
  const warn = (failure: Error): void => void warned.push(failure.message)
  const embedder = httpEmbedder({ address: server.address, model: 'small' })
  return createMeaning({ embedder, reach: 'public', sentTo: undefined, warn, clock: () => clock, budget })
}
beforeEach(() => {
  server.requests.length = 0
  server.behaviour = 'well'
  clock = 0
  warned = []
  meaning = open()
})

test('The same words are asked for once, also while they are being asked for', async () => {
  const both = await Promise.all([meaning.vectorOf('Lampe'), meaning.vectorOf('Lampe')])
  expect(both[0]).toHaveLength(256)
  expect(await meaning.vectorOf('Lampe')).toBe(both[1])
  expect(server.texts()).toEqual(['Lampe'])
})

test('A slow embedder is not waited for; what came too late is there for the next page', async () => {
  meaning = open(150)
  server.behaviour = { after: 400 }
  const begun = performance.now()
  expect(await meaning.vectorOf('Lampe')).toBeUndefined()
  expect(performance.now() - begun).toBeLessThan(390)
  await expect.poll(() => meaning.vectorOf('Lampe')).toHaveLength(256)
  expect(server.requests).toHaveLength(1)
})

test('Where this process itself was busy, as with the first search after its start, the answer still counts', async () => {
  meaning = open(500)
  const asked = meaning.vectorOf('Lampe')
  const until = performance.now() + 900
  while (performance.now() < until);
  expect(await asked).toHaveLength(256)
})

test('After three answers too late nobody waits any more, for ten seconds', async () => {
  meaning = open(20)
  server.behaviour = { after: 200 }
  for (const words of ['Lampe', 'Licht', 'Laterne', 'Leuchte']) expect(await meaning.vectorOf(words)).toBeUndefined()
  expect(server.texts()).toEqual(['Lampe', 'Licht', 'Laterne'])
  expect(warned).toEqual(['Searches go without their meaning: no answer in 20 ms.'])
  clock += 10_001
  await meaning.vectorOf('Leuchte')
  expect(server.texts()).toHaveLength(4)
})

test('After a failure others do not wait for ten seconds; then it is tried again', async () => {
  server.behaviour = { status: 500 }
  expect(await meaning.vectorOf('Lampe')).toBeUndefined()
  expect(await meaning.vectorOf('Licht')).toBeUndefined()
  expect(server.requests).toHaveLength(1)
  server.behaviour = 'well'
  clock += 10_001
  expect(await meaning.vectorOf('Licht')).toHaveLength(256)
})

test('However often it fails, the log says so once a minute, and never what was searched for', async () => {
  server.behaviour = { status: 500 }
  for (let second = 0; second < 110; second += 11) {
    clock = second * 1000
    await meaning.vectorOf(`Geheimnis ${second}`)
  }
  expect(server.requests).toHaveLength(10)
  expect(warned).toHaveLength(2)
  expect(warned.join()).not.toContain('Geheimnis')
})
