// The built files for the browser: names carry a hash of the content, so they may be kept for ever.
import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
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
  const held = new Map<string, Held>()
  web.get('/assets/:file', async (c) => {
    const file = c.req.param('file')
    const type = types[file.split('.').at(-1) ?? '']
    if (type === undefined || !/^[\w.-]+$/.test(file)) return c.notFound()
    const found = held.get(file) ?? (await readFile(join(folder, file)).then(heldOf, () => undefined))
    if (found === undefined) return c.notFound()
    held.set(file, found)
    const headers = { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' }
    const asked = /\bbr\b/.test(c.req.header('accept-encoding') ?? '')
    if (!asked || !/^text\//.test(type)) return c.body(found.plain, 200, headers)
    return c.body(found.small(), 200, { ...headers, 'content-encoding': 'br', vary: 'Accept-Encoding' })
  })
}

interface Held {
  readonly plain: ArrayBuffer
  /** Packed once, as small as it gets: a fifth less than what is packed for each answer anew (RFC 7932). */
  readonly small: () => ArrayBuffer
}

const copyOf = (file: Buffer): ArrayBuffer => Uint8Array.from(file).buffer

const heldOf = (file: Buffer): Held => {
  let packed: ArrayBuffer | undefined
  const small = (): ArrayBuffer => {
    packed ??= copyOf(brotliCompressSync(file))
    return packed
  }
  return { plain: copyOf(file), small }
}
