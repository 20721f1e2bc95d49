// Builds server and browser files into dist/; skipped when nothing has changed since.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
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

const buildServer = (esbuild, folder) =>
  esbuild.build({
    // Those after the first two run in threads of their own (those that ask thread-file.ts), the last as a process.
    entryPoints: [
      'src/main.ts',
      'src/command-line.ts',
      'src/platform/documents/document-worker.ts',
      'src/platform/embedding/embedding-worker.ts',
      'src/features/invoices/drawing-thread.ts',
      'src/features/search/preparing-thread.ts',
      'src/platform/files/draw-pdf.ts',
    ],
    outdir: folder,
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

const buildBrowser = (esbuild, folder) =>
  esbuild.build({
    entryPoints: [
      ...['src/ui/styles/index.css', 'src/ui/enhance/index.ts', 'src/ui/page-frame/icon.svg'],
      // Loaded by the pages that name them: a first view has at most 60 kB, and most pages need none of it.
      ...['src/ui/catalogue/catalogue.css', 'src/features/discussion/views/file-pages.css'],
      ...[
        'src/features/fees/views/fee-scales.css',
        'src/features/invoices/views/invoice-pages.css',
        'src/features/vocabulary/views/thesaurus.css',
        'src/features/adoptions/views/lineage-page.css',
        'src/features/digests/views/digest-letter.css',
        'src/features/webhooks/views/webhook-format.css',
      ],
      ...['choosing', 'comparison', 'practice-print'].map((name) => `src/features/practices/views/${name}.css`),
    ],
    outdir: `${folder}/assets`,
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
const writeManifest = ({ outputs }, folder) => {
  const names = Object.keys(outputs).map((path) => basename(path))
  const logical = (name) => name.replace(/-[A-Z0-9]{8}(?=\.\w+$)/, '')
  const manifest = Object.fromEntries(names.map((name) => [logical(name), name]))
  writeFileSync(`${folder}/assets/manifest.json`, JSON.stringify(manifest, null, 2))
}

const buildInto = async (folder, stamp) => {
  const esbuild = await import('esbuild')
  mkdirSync(`${folder}/assets`, { recursive: true })
  const [, browser] = await Promise.all([buildServer(esbuild, folder), buildBrowser(esbuild, folder)])
  writeManifest(browser.metafile, folder)
  writeFileSync(`${folder}/.stamp`, stamp)
}

export async function build() {
  const stamp = stampOf()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return false
  // Beside, then in its place: a process that starts meanwhile finds the old one or the new one, hardly ever none.
  const folder = `dist-${process.pid}`
  try {
    await buildInto(folder, stamp)
    rmSync('dist', { recursive: true, force: true })
    renameSync(folder, 'dist')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return true
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await build()
