// When the thesaurus was changed last, as its exports say.
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { lastEdited } from './exports.ts'

const folder = mkdtempSync(join(tmpdir(), 'vicinia-concepts-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a file that is edited where it lies counts, whatever its folder says', () => {
  const days = { 'youth.txt': '2026-11-20', 'women.txt': '2026-11-24', 'traffic.txt': '2026-11-22' }
  for (const [file, day] of Object.entries(days)) {
    writeFileSync(join(folder, file), '')
    utimesSync(join(folder, file), new Date(day), new Date(day))
  }
  utimesSync(folder, new Date('2026-11-01'), new Date('2026-11-01'))
  expect(new Date(lastEdited(folder))).toEqual(new Date('2026-11-24'))
})
