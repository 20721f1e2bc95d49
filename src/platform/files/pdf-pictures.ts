// The first pages of a PDF as pictures, drawn in a process of its own with limits on time and memory.
import { type ChildProcess, fork } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { remember } from '#kernel/remember.ts'
import { projectRoot } from '../project-root.ts'
import type { DrawAnswer, DrawOrder } from './draw-pdf.ts'

const mostSeconds = 15
const mostMegabytes = 800
const heapMegabytes = 256
const mostPages = 10
const width = 1000

export interface PdfPictures {
  /** How many pages the file has; 0 when nothing could be read of it (encrypted, broken, too much). */
  readonly pages: number
  /** PNG of the first pages, as many as the limits allowed. */
  readonly pictures: readonly Uint8Array[]
}

const fromSource = import.meta.url.endsWith('.ts')
const program = fromSource
  ? join(import.meta.dirname, 'draw-pdf.ts')
  : join(projectRoot, 'dist/platform/files/draw-pdf.js')
const fontFolder = join(projectRoot, fromSource ? 'src/ui/fonts' : 'dist/assets')

/** One typeface for all that a file names and does not bring; built files carry a hash in their names. */
const fonts = remember(1, (folder) =>
  readdirSync(folder)
    .filter((name) => /^next-latin(?:-[A-Z0-9]{8})?\.woff2$/.test(name))
    .map((name) => readFileSync(join(folder, name))),
)

/** It may read itself and its packages, and nothing else: no data, no writing, no program, no secret in its environment. */
const readable = [dirname(program), join(projectRoot, 'package.json'), join(projectRoot, 'node_modules')]

const start = (): ChildProcess =>
  fork(program, [], {
    execArgv: [
      ...[`--max-old-space-size=${heapMegabytes}`, '--permission', '--allow-addons'],
      ...readable.map((path) => `--allow-fs-read=${path}`),
    ],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })

/** Megabytes in memory; 0 where the system does not say. What a picture takes lies outside of Node's own limit. */
const megabytesOf = (pid: number | undefined): number => {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

const limit = (child: ChildProcess, seconds: number): (() => void) => {
  const end = setTimeout(() => child.kill('SIGKILL'), seconds * 1000)
  const look = setInterval(() => {
    if (megabytesOf(child.pid) > mostMegabytes) child.kill('SIGKILL')
  }, 100)
  return () => {
    clearTimeout(end)
    clearInterval(look)
  }
}

/** Never throws for what is in the file; what was drawn within the limits is kept. */
export function drawPdf(bytes: Uint8Array, seconds = mostSeconds): Promise<PdfPictures> {
  const child = start()
  const stopWatching = limit(child, seconds)
  const pictures: Uint8Array[] = []
  let pages = 0
  child.on('message', (answer: DrawAnswer) => {
    if ('pages' in answer) pages = answer.pages
    else pictures.push(answer.picture)
  })
  const order: DrawOrder = { bytes, fonts: fonts(fontFolder), mostPages, width }
  return new Promise((resolve) => {
    const finish = (): void => {
      stopWatching()
      resolve({ pages, pictures })
    }
    child.once('exit', finish)
    child.once('error', finish)
    child.send(order, () => undefined)
  })
}
