// The measurement of the export goes along with the schema and the front doors that it uses: run for a few practices, as one would by hand.
import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('an export of thirty practices is measured in each format', () => {
  const words = execFileSync('node_modules/.bin/node', ['bench/export.ts', '30'], { encoding: 'utf8' })
  for (const format of ['csv', 'xlsx', 'json']) expect(words.toLowerCase()).toContain(format)
}, 60_000)
