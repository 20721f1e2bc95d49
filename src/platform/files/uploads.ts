// Files people bring: type by content, size limit, random names, images without their metadata.
import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'

/** Bytes of one file. */
export const largestFile = 20 * 1_048_576
const largestPicture = 50_000_000

/** By content; plain text has no signature and is recognised by being valid UTF-8 with a known ending. */
const allowed: Record<string, string> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
}
const texts: Record<string, string> = { txt: 'text/plain', md: 'text/plain', csv: 'text/csv' }

export type UploadRefusal = 'too-large' | 'wrong-type' | 'broken'
export interface StoredFile {
  readonly name: string
  readonly mediaType: string
  readonly size: number
  /** Random path below the files folder. */
  readonly storedAs: string
}

const folderOf = (dataDir: string): string => join(dataDir, 'files')

const textType = (bytes: Uint8Array, name: string): string | undefined => {
  const type = texts[name.split('.').at(-1)?.toLowerCase() ?? '']
  if (type === undefined || bytes.includes(0)) return undefined
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return type
  } catch {
    return undefined
  }
}

/** What people see as the name: no path, no control or direction-changing characters, at most 120. */
const shownName = (name: string): string => {
  const last = name.toWellFormed().split(/[\\/]/).at(-1) ?? ''
  const clean = last.replaceAll(/[\p{C}\u2028\u2029"<>|:*?]/gu, '').trim()
  return clean === '' ? 'file' : clean.slice(-120)
}

/** Re-encodes a picture: location and camera data go, the turn it was shown with stays. */
const withoutMetadata = (bytes: Uint8Array): Promise<Buffer> =>
  sharp(bytes, { limitInputPixels: largestPicture, failOn: 'error' }).rotate().toBuffer()

/** Judges and stores one file; never throws for what the person brought. */
export async function storeUpload(dataDir: string, file: File): Promise<StoredFile | UploadRefusal> {
  if (file.size > largestFile) return 'too-large'
  const bytes = new Uint8Array(await file.arrayBuffer())
  const name = shownName(file.name)
  const signature = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime
  const mediaType =
    signature !== undefined && signature in allowed
      ? signature
      : signature === undefined
        ? textType(bytes, name)
        : undefined
  if (mediaType === undefined) return 'wrong-type'
  const content = mediaType.startsWith('image/') ? await withoutMetadata(bytes).catch(() => undefined) : bytes
  if (content === undefined) return 'broken'
  const key = randomBytes(18).toString('hex')
  const storedAs = `${key.slice(0, 2)}/${key}`
  const path = join(folderOf(dataDir), storedAs)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  // Whole or not at all: a crash leaves a .part file that nothing points to.
  await writeFile(`${path}.part`, content, { mode: 0o600, flush: true })
  await rename(`${path}.part`, path)
  return { name, mediaType, size: content.byteLength, storedAs }
}

/** Where it lies; stops on anything that is not a place of ours. */
export const storedPath = (dataDir: string, storedAs: string): string => {
  if (!/^[0-9a-f]{2}\/[0-9a-f]{36}$/.test(storedAs)) throw new Error(`Not the path of a stored file: ${storedAs}`)
  return join(folderOf(dataDir), storedAs)
}

/** The bytes, or undefined when the file is missing on disk. */
export const readStored = (dataDir: string, storedAs: string): Promise<Buffer | undefined> =>
  readFile(storedPath(dataDir, storedAs)).catch(() => undefined)

/** The file and every picture that was made of it: they lie beside it under its name. */
export async function removeStored(dataDir: string, storedAs: string): Promise<void> {
  const path = storedPath(dataDir, storedAs)
  const beside = await readdir(dirname(path)).catch((): string[] => [])
  const own = beside.filter((name) => name.startsWith(`${basename(path)}.`)).map((name) => join(dirname(path), name))
  await Promise.all([path, ...own].map((one) => rm(one, { force: true })))
}

/** Served so that it cannot run anything: only pictures and PDF open in the browser, all else is downloaded. */
export function fileResponse(bytes: Buffer, file: Pick<StoredFile, 'name' | 'mediaType'>): Response {
  const inline = file.mediaType === 'application/pdf' || file.mediaType.startsWith('image/')
  const name = encodeURIComponent(file.name).replaceAll("'", '%27')
  return new Response(Uint8Array.from(bytes).buffer, {
    headers: {
      'content-type': file.mediaType.startsWith('text/') ? `${file.mediaType}; charset=utf-8` : file.mediaType,
      'content-disposition': `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'cache-control': 'private, no-store',
      'content-length': String(bytes.byteLength),
    },
  })
}
