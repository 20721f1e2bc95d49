// The bench of invoices runs and says what it measured.
import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('drawing many invoices is measured', () => {
  const words = execFileSync('node_modules/.bin/node', ['bench/invoices.ts', '10'], { encoding: 'utf8' })
  expect(words).toMatch(/^10 invoices, each \d+\.\d ms, of which \d+\.\d ms of a core; \d+ kB of PDF$/m)
  expect(words).toMatch(/^memory at most \d+ MB$/m)
}, 60_000)
