// The evaluation as others call it: files in, files out, on an index that is thrown away.
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'vicinia-eval-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = promisify(execFile)
const file = (name: string): string => join(folder, name)
const write = (name: string, lines: readonly object[]): void =>
  writeFileSync(file(name), lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
const evaluate = (...args: string[]) => run(process.execPath, ['bench/eval-search.ts', ...args])

test('Queries are answered over other people’s documents, across languages, the best first, at most twenty', async () => {
  write('docs.jsonl', [
    {
      id: 'fr-1',
      lang: 'fr',
      title: 'Salle de consommation à moindre risque',
      text: 'Un lieu pour les usagers de drogues.',
    },
    { id: 2, lang: 'nl', title: 'Straatverlichting', text: 'Nieuwe lampen in de wijk.' },
    { id: 'empty', lang: 'xx', title: '', text: '' },
    ...Array.from({ length: 30 }, (_, index) => ({
      id: `light-${index}`,
      lang: 'de',
      title: 'Beleuchtung',
      text: 'Lampen',
    })),
  ])
  write('queries.jsonl', [
    { id: 'drugs', lang: 'de', text: 'Drogenkonsumraum' },
    { id: 'light', lang: 'pl', text: 'oświetlenie uliczne' },
    { id: 'hostile', lang: 'zz', text: "'; drop table search_document; --" },
  ])
  await evaluate('--docs', file('docs.jsonl'), '--queries', file('queries.jsonl'), '--out', file('results.jsonl'))
  const results = readFileSync(file('results.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { query: string; results: string[] })
  expect(results.map(({ query }) => query)).toEqual(['drugs', 'light', 'hostile'])
  expect(results[0]?.results[0]).toBe('fr-1')
  expect(results[1]?.results).toContain('2')
  expect(results[1]?.results).toHaveLength(20)
}, 60_000)

test('Results of anybody are scored against graded queries, and the poorest are named with what was missed', async () => {
  write('few.jsonl', [
    { id: 'de-1', lang: 'de', title: 'Licht', text: 'Lampen' },
    { id: 'fr-1', lang: 'fr', title: 'Lumière', text: 'Lampes' },
  ])
  write('graded.jsonl', [
    { id: 'a', lang: 'de', text: 'Licht', grades: { 'de-1': 2, 'fr-1': 2 } },
    { id: 'b', lang: 'fr', text: 'lampes', grades: { 'de-1': 1 } },
  ])
  write('found.jsonl', [{ query: 'a', results: ['de-1'] }])
  const of = ['--docs', file('few.jsonl'), '--queries', file('graded.jsonl')]
  const { stdout } = await evaluate('--score', file('found.jsonl'), ...of, '--worst')
  // Query a: 3 of 3 + 3/log2(3) = 4.89279; b has no results: 0.
  expect(stdout).toContain('de     0.613 0.500 1.000 (1)    1.000 1.000 1.000 (1)    0.000 0.000 0.000 (1)')
  expect(stdout).toContain('all    0.307 0.250 0.500 (2)    1.000 1.000 1.000 (1)    0.000 0.000 0.000 (2)')
  expect(stdout).toContain('0.00 fr lampes\n     found –\n     missed de-1 (1)')
  await expect(
    evaluate('--score', file('found.jsonl'), ...of.slice(0, 2), '--queries', file('queries.jsonl')),
  ).rejects.toMatchObject({
    stderr: expect.stringContaining('grades'),
  })
})

test('What is missing or cannot be read is one sentence and a failure', async () => {
  await expect(evaluate('--docs', file('docs.jsonl'))).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Usage: npm run -s eval:search'),
  })
  write('broken.jsonl', [{ id: 'no text' }])
  await expect(
    evaluate('--docs', file('docs.jsonl'), '--queries', file('broken.jsonl'), '--out', file('results.jsonl')),
  ).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('broken.jsonl, line 1') })
  writeFileSync(file('torn.jsonl'), '\n{"id": "half')
  await expect(
    evaluate('--docs', file('torn.jsonl'), '--queries', file('queries.jsonl'), '--out', file('results.jsonl')),
  ).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('torn.jsonl, line 2') })
})
