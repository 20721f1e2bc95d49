// Whom twenty typical questions go to in the demonstration, and why: `node_modules/.bin/node bench/routing.ts`, on a database
// server of its own that is thrown away afterwards. The questions are asked one after the other, so that each sees whom the
// ones before it asked; at the end stand how often somebody was asked and how many countries a question reached.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

// Within the project, where the packages are found.
mkdirSync('node_modules/.cache', { recursive: true })
const folder = mkdtempSync(join('node_modules/.cache', 'routing-'))
const outfile = join(folder, 'rounds.mjs')
const form = { bundle: true, platform: 'node', format: 'esm', target: 'node24', packages: 'external' } as const
await build({
  ...form,
  entryPoints: ['bench/routing-rounds.ts'],
  outfile,
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
})
await import(pathToFileURL(outfile).href)
rmSync(folder, { recursive: true, force: true })
