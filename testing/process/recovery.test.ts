// Whatever is killed, the next start recovers by itself, and nothing that was acknowledged is lost.
import { expect, test } from 'vitest'
import { databaseOf, processesOn } from './program.ts'
import { enter, loadedFolder, start } from './running.ts'

const practice = (number: number): Record<string, string> => ({
  title: `Evening walk number ${number}`,
  summary: 'Residents walk together.',
  lang: 'en',
  problem: 'Residents avoided the park.',
  response: 'We walked together every month.',
  results: 'The park is used again.',
  evidence: '0',
  'concepts[]': 'public-space',
  audience: '1',
})

const expectWell = async (dataDir: string): Promise<void> => {
  const app = await start({ dataDir })
  await app.ready
  const ada = await enter(app.base, 'ada-lindmoser')
  expect(await ada.page('/practices')).toContain('<h1')
  expect((await app.end('SIGTERM')).code).toBe(0)
  expect(processesOn(dataDir)).toEqual([])
}

test('after kill -9 of the app the next start takes over', async () => {
  const app = await start({ dataDir: loadedFolder() })
  await app.ready
  await app.end('SIGKILL')
  await expectWell(app.dataDir)
})

test('after kill -9 of its PostgreSQL the app goes on by itself', async () => {
  const app = await start({ dataDir: loadedFolder() })
  await app.ready
  process.kill(databaseOf(app.dataDir), 'SIGKILL')
  expect((await fetch(`${app.base}/healthz`)).status).toBe(200)
  const isReady = async (): Promise<boolean> => {
    try {
      return (await fetch(`${app.base}/readyz`)).status === 200 && (await fetch(`${app.base}/members`)).status === 200
    } catch {
      return false
    }
  }
  await expect.poll(isReady, { timeout: 30_000, interval: 300 }).toBe(true)
  expect((await app.end('SIGTERM')).code).toBe(0)
})

test('after kill -9 of both the next start recovers', async () => {
  const app = await start({ dataDir: loadedFolder() })
  await app.ready
  process.kill(databaseOf(app.dataDir), 'SIGKILL')
  await app.end('SIGKILL')
  await expectWell(app.dataDir)
})

test('killed while the demonstration is loaded, the next start goes on', async () => {
  const app = await start()
  await new Promise((resolve) => setTimeout(resolve, 2500))
  await app.end('SIGKILL')
  await expectWell(app.dataDir)
})

test('nothing acknowledged is lost: every practice and reply that was answered with "saved" is there and can be found', async () => {
  const dataDir = loadedFolder()
  const saved: number[] = []
  const replied: { id: string; text: string }[] = []
  let next = 1
  for (const victim of ['app', 'database', 'both'] as const) {
    const app = await start({ dataDir })
    await app.ready
    const ada = await enter(app.base, 'ada-lindmoser')
    const write = async (): Promise<void> => {
      for (;;) {
        const number = next
        next += 1
        const answer = await ada.post('/practices', practice(number))
        const id = /\/practices\/(\d+)/.exec(answer.headers.get('location') ?? '')?.[1]
        if (answer.status !== 303 || id === undefined) throw new Error(`answered ${answer.status}`)
        const published = await ada.post(`/practices/${id}/publication`, {})
        if (published.status === 303) saved.push(number)
        const text = `What did walk ${number} cost?`
        const reply = await ada.post(`/contributions/${id}/replies`, { text })
        if (reply.status === 303) replied.push({ id, text })
      }
    }
    const writing = Promise.allSettled([write(), write(), write()])
    await new Promise((resolve) => setTimeout(resolve, 1200))
    if (victim !== 'app') process.kill(databaseOf(dataDir), 'SIGKILL')
    if (victim !== 'database') await app.end('SIGKILL')
    await writing
    if (victim === 'database') await app.end('SIGTERM')
  }
  expect(saved.length).toBeGreaterThan(10)
  const app = await start({ dataDir })
  await app.ready
  const found = async (): Promise<number> => {
    const answer = await fetch(`${app.base}/api/v1/search?q=${encodeURIComponent('"evening walk number"')}&limit=100`)
    return ((await answer.json()) as { total: number }).total
  }
  const titles = new Set<string>()
  for (let page = 1; page <= 1 + (saved.length + 100) / 20; page += 1) {
    const html = await (await fetch(`${app.base}/practices?page=${page}`)).text()
    for (const title of html.matchAll(/Evening walk number \d+/g)) titles.add(title[0])
  }
  expect(saved.filter((number) => !titles.has(`Evening walk number ${number}`))).toEqual([])
  expect(replied.length).toBeGreaterThan(10)
  for (const { id, text } of replied) expect(await (await fetch(`${app.base}/practices/${id}`)).text()).toContain(text)
  await expect.poll(found, { timeout: 60_000, interval: 1000 }).toBeGreaterThanOrEqual(saved.length)
  await app.end('SIGTERM')
})
