// Builds server and browser files into dist/; skipped when nothing has changed since.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'

const stampFile = 'dist/.stamp'

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))

/** Names, sizes and times of everything that goes in: cheap, and enough to notice a change. */
const stampOf = () => {
  const hash = createHash('sha256')
  for (const file of [...filesIn('src'), 'package-lock.json', 'scripts/build.mjs'].sort()) {
    const { size, mtimeMs } = statSync(file)
    hash.update(`${file} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

const buildServer = (esbuild) =>
  esbuild.build({
    entryPoints: ['src/main.ts', 'src/command-line.ts'],
    outdir: 'dist',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    packages: 'external',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcemap: true,
    logLevel: 'warning',
  })

const buildBrowser = (esbuild) =>
  esbuild.build({
    entryPoints: ['src/ui/styles/index.css', 'src/ui/enhance/index.ts', 'src/ui/page-frame/icon.svg'],
    outdir: 'dist/assets',
    bundle: true,
    format: 'esm',
    target: 'es2022',
    splitting: true,
    minify: true,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    publicPath: '/assets',
    loader: { '.woff2': 'file', '.svg': 'copy' },
    metafile: true,
    logLevel: 'warning',
  })

/** `index.css` → `index-ABCD.css`, so that pages can name the files. */
const writeManifest = ({ outputs }) => {
  const names = Object.keys(outputs).map((path) => basename(path))
  const logical = (name) => name.replace(/-[A-Z0-9]{8}(?=\.\w+$)/, '')
  const manifest = Object.fromEntries(names.map((name) => [logical(name), name]))
  writeFileSync('dist/assets/manifest.json', JSON.stringify(manifest, null, 2))
}

export async function build() {
  const stamp = stampOf()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return false
  const esbuild = await import('esbuild')
  rmSync('dist', { recursive: true, force: true })
  mkdirSync('dist/assets', { recursive: true })
  const [, browser] = await Promise.all([buildServer(esbuild), buildBrowser(esbuild)])
  writeManifest(browser.metafile)
  writeFileSync(stampFile, stamp)
  return true
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await build()
