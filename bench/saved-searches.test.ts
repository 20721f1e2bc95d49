// The measurement of alerts goes along with the schema and the front doors that it uses: run for a few, as one would by hand.
import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('two practices are held against thirty saved searches', () => {
  const words = execFileSync('node_modules/.bin/node', ['bench/saved-searches.ts', '30', '2'], { encoding: 'utf8' })
  expect(words).toContain('30 saved searches, 2 new practices')
}, 60_000)
