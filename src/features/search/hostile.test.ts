// Whatever stands in the address: an answer soon, nothing unescaped, never a break.
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { forgetTries } from '#platform/http/limits.ts'
import { openTown, type Town } from '../../../testing/app.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; drop table search_document; --",
  '%00\u0000\uD800',
  '😀'.repeat(500),
  'a'.repeat(10_000),
  '{count, plural, other {',
  '../../etc/passwd',
  '((((((((((',
  'constructor __proto__ toString',
  'ﷺ'.repeat(300),
]

test.each(hostile)('%j is a search like any other', async (q) => {
  for (const path of ['/search', '/search/suggestions']) {
    const answer = await town.visitor.get(`${path}?${new URLSearchParams({ q })}`)
    expect(answer.status).toBe(200)
    const html = await answer.text()
    expect(html).not.toContain('<script>alert')
    expect(html).not.toContain('<img src=x')
  }
})

test('Any text, in the words and in every filter, is answered within two seconds', async () => {
  const names = ['q', 'concept', 'country', 'kind', 'evidence', 'language', 'year', 'size', 'page']
  const query = fc.array(fc.tuple(fc.constantFrom(...names), fc.string({ unit: 'binary', maxLength: 80 })), {
    maxLength: 6,
  })
  await fc.assert(
    fc.asyncProperty(query, async (pairs) => {
      forgetTries()
      const begun = performance.now()
      const answer = await town.visitor.get(`/search?${new URLSearchParams(pairs)}`)
      expect([200, 303]).toContain(answer.status)
      expect(performance.now() - begun).toBeLessThan(2000)
    }),
    { numRuns: 60 },
  )
})

test('Who searches without end is asked to wait', async () => {
  forgetTries()
  let last = 200
  for (let tried = 0; tried <= 600 && last === 200; tried += 1)
    last = (await town.visitor.get(`/search/suggestions?q=${tried}`)).status
  expect(last).toBe(429)
  forgetTries()
})
