// More at once than there are connections: a page that waits for a second one while it holds its first would stop them all.
import { expect, test } from 'vitest'
import { forgetTries } from '#platform/http/limits.ts'
import { features } from '../../src/features.ts'
import { openTown } from '../app.ts'

const manyTimes = 15

test('every page without a number in its address is answered, however many ask at the same moment', async () => {
  const town = await openTown()
  const ada = await town.as('ada-lindmoser')
  const paths = features
    .flatMap(({ routes = [] }) => routes)
    .filter(({ method, path }) => method === 'GET' && !path.includes(':'))
    .map(({ path }) => path)
  expect(paths).toContain('/sitemap.xml')
  for (const path of paths) {
    forgetTries()
    const asked = Array.from({ length: manyTimes }, async () => (await ada.get(path)).status)
    const waited = new Promise<string>((give) => setTimeout(give, 60_000, 'they wait for each other'))
    const answer = await Promise.race([Promise.all(asked), waited])
    expect(answer, path).not.toBe('they wait for each other')
    expect(Math.max(...(answer as number[])), path).toBeLessThan(500)
  }
}, 180_000)
