// With DATABASE_URL the app runs on a PostgreSQL of one's own; `npm run test:postgres` starts one.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { enter, newFolder, start } from '../process/running.ts'

const DATABASE_URL = process.env['DATABASE_URL'] ?? ''

test('it migrates, loads the demonstration, serves, stops, and starts again on what is there', async () => {
  const dataDir = newFolder()
  for (const round of ['first', 'second']) {
    const app = await start({ dataDir, environment: { DATABASE_URL } })
    await app.ready
    const ada = await enter(app.base, 'ada-lindmoser')
    expect(await ada.page('/practices'), round).toContain('<h1')
    const found = await (await fetch(`${app.base}/api/v1/search?q=Jugend&lang=de`)).json()
    expect((found as { total: number }).total, round).toBeGreaterThan(0)
    expect((await app.end('SIGTERM')).code).toBe(0)
  }
  expect(existsSync(join(dataDir, 'postgres'))).toBe(false)
})
