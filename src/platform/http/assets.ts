// The built files for the browser: names carry a hash of the content, so they may be kept for ever.
import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { projectRoot } from '../project-root.ts'

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
  png: 'image/png',
  map: 'application/json',
  webmanifest: 'application/manifest+json',
}

const folder = join(projectRoot, 'dist', 'assets')
const readManifest = (): Record<string, string> => {
  const path = join(folder, 'manifest.json')
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>) : {}
}
let manifest: Record<string, string> | undefined

/** Logical name, `index.css` → path with its hash. A name that was not built gives its plain path. */
export const assetPath = (name: string): string => {
  manifest ??= readManifest()
  return `/assets/${manifest[name] ?? name}`
}

export function serveAssets(web: Hono): void {
  const held = new Map<string, ArrayBuffer>()
  web.get('/assets/:file', async (c) => {
    const file = c.req.param('file')
    const type = types[file.split('.').at(-1) ?? '']
    if (type === undefined || !/^[\w.-]+$/.test(file)) return c.notFound()
    const body = held.get(file) ?? (await readFile(join(folder, file)).then(copyOf, () => undefined))
    if (body === undefined) return c.notFound()
    held.set(file, body)
    return c.body(body, 200, { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' })
  })
}

const copyOf = (file: Buffer): ArrayBuffer => Uint8Array.from(file).buffer
