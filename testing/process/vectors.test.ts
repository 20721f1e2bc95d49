// Vectors from the command line of a real process: killed in the middle, gone on, beside a running Vicinia that knows none.
import { expect, test } from 'vitest'
import { openEmbeddingServer } from '../embedding-server.ts'
import type { Running } from './program.ts'
import { loadedFolder, newFolder, start } from './running.ts'

const server = await openEmbeddingServer()
const environment = { EMBEDDING_ADDRESS: server.address, EMBEDDING_MODEL: 'small', EMBEDDING_KEY: 'geheim' }
const vicinia = (dataDir: string, word: string, more: Record<string, string> = environment): Promise<Running> =>
  start({ dataDir, environment: more, command: ['node_modules/.bin/node', 'dist/command-line.js', word] })

test('Killed in the middle and begun again, each text that was answered for is sent once', async () => {
  const app = await start({ dataDir: loadedFolder() })
  await app.ready
  // Slow enough to be killed between two steps of 64 texts, which are four requests each.
  server.behaviour = { after: 150 }
  const first = await vicinia(app.dataDir, 'vectors')
  await expect.poll(() => server.requests.length, { timeout: 60_000, interval: 20 }).toBeGreaterThan(5)
  await first.end('SIGKILL')
  server.behaviour = 'well'
  const { out, code } = await (await vicinia(app.dataDir, 'vectors')).ended
  expect(code).toBe(0)
  const [, done, total] = /(\d+) of (\d+) things have a vector of small\.\n$/.exec(out) ?? []
  expect(Number(done)).toBeGreaterThan(100)
  expect(done).toBe(total)
  // At most the step under way at the moment of the end.
  const twice = server.texts().length - new Set(server.texts()).size
  expect(twice).toBeLessThanOrEqual(64)
  expect(twice).toBeLessThan(Number(total) - 64)
  expect(server.requests.every(({ authorization }) => authorization === 'Bearer geheim')).toBe(true)
})

test('Where the service is not there, the site serves all the same, and the command says why it ended', async () => {
  const gone = { ...environment, EMBEDDING_ADDRESS: 'http://127.0.0.1:9' }
  const app = await start({ dataDir: loadedFolder(), environment: gone })
  await app.ready
  expect(
    await (await fetch(`${app.base}/search?q=Angsträume`, { headers: { 'accept-language': 'de' } })).text(),
  ).toContain('Mapa de la Ciudad Prohibida')
  const { err, code } = await (await vicinia(app.dataDir, 'vectors', gone)).ended
  expect(err.trim()).toMatch(/^The embedding service at 127\.0\.0\.1:9 did not answer \(.+\)\.$/)
  expect(code).toBe(1)
})

test('The settings are shown without the key', async () => {
  const { out } = await (await vicinia(newFolder(), 'check-config')).ended
  expect(out).toContain(`address ${server.address}, model small, reach public`)
  expect(out).not.toContain('geheim')
})

test('A folder without a model is one sentence', async () => {
  const app = await start({ environment: { EMBEDDING_FOLDER: 'docs' } })
  const { err, code } = await app.ended
  expect(err).toMatch(
    /^EMBEDDING_FOLDER must hold a model in the form of transformers\.js; config\.json is missing\.\n$/,
  )
  expect(code).toBe(1)
})
