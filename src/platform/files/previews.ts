// Small pictures of stored files: the picture itself, or the first pages of a PDF. They lie beside the file and go with it.
import { readFile, rename, writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { drawPdf } from './pdf-pictures.ts'
import { readStored, type StoredFile, storedPath } from './uploads.ts'

const previewWidth = 480
const previewHeight = 680
const largestPicture = 50_000_000

export interface Preview {
  readonly width: number
  readonly height: number
  /** Of a PDF. */
  readonly pages: number | null
  /** How many of them can be looked at one by one. */
  readonly drawn: number
}
/** What is known of a file of which there is no picture. */
export type NoPreview = Pick<Preview, 'pages'>

const hasPreview = (mediaType: string): boolean => mediaType === 'application/pdf' || mediaType.startsWith('image/')

export const previewPart = 'preview'
export const pagePart = (number: number): string => `page-${number}`

/** Re-encoded: nothing of what a camera wrote comes along. */
const small = (bytes: Uint8Array) =>
  sharp(bytes, { limitInputPixels: largestPicture })
    .rotate()
    .resize({ width: previewWidth, height: previewHeight, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 78 })
    .toBuffer({ resolveWithObject: true })

async function keep(dataDir: string, storedAs: string, part: string, content: Uint8Array): Promise<void> {
  const path = `${storedPath(dataDir, storedAs)}.${part}`
  await writeFile(`${path}.part`, content, { mode: 0o600 })
  await rename(`${path}.part`, path)
}

async function keepPreview(dataDir: string, storedAs: string, bytes: Uint8Array) {
  const { data, info } = await small(bytes)
  await keep(dataDir, storedAs, previewPart, data)
  return { width: info.width, height: info.height }
}

async function ofPdf(dataDir: string, storedAs: string, bytes: Uint8Array): Promise<Preview | NoPreview> {
  const { pages, pictures } = await drawPdf(bytes)
  const [first] = pictures
  if (first === undefined) return { pages: pages === 0 ? null : pages }
  for (const [index, picture] of pictures.entries())
    await keep(dataDir, storedAs, pagePart(index + 1), await sharp(picture).webp({ quality: 80 }).toBuffer())
  return { ...(await keepPreview(dataDir, storedAs, first)), pages, drawn: pictures.length }
}

/** Makes and stores the pictures of one file; never throws for what is in it. Some seconds for a PDF: only in jobs. */
export async function makePreview(
  dataDir: string,
  { storedAs, mediaType }: Pick<StoredFile, 'storedAs' | 'mediaType'>,
): Promise<Preview | NoPreview> {
  const bytes = hasPreview(mediaType) ? await readStored(dataDir, storedAs) : undefined
  if (bytes === undefined) return { pages: null }
  if (mediaType === 'application/pdf') return ofPdf(dataDir, storedAs, bytes)
  const size = await keepPreview(dataDir, storedAs, bytes).catch(() => undefined)
  return size === undefined ? { pages: null } : { ...size, pages: null, drawn: 0 }
}

/** WebP, or undefined when there is none. */
export const readPreview = (dataDir: string, storedAs: string, part: string): Promise<Buffer | undefined> =>
  readFile(`${storedPath(dataDir, storedAs)}.${part}`).catch(() => undefined)
