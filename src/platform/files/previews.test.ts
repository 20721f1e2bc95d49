// Pictures of files: small, without what cameras wrote, and a hostile file harms nobody.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pdfOf, writing } from '../../../testing/files/pdf-of.ts'
import { drawPdf } from './pdf-pictures.ts'
import { makePreview, pagePart, previewPart, readPreview } from './previews.ts'
import { removeStored, storeUpload } from './uploads.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'vicinia-previews-'))
const storedAs = `ab/${'0'.repeat(36)}`
const folder = join(dataDir, 'files', 'ab')
beforeAll(() => mkdirSync(folder, { recursive: true }))
afterAll(() => rmSync(dataDir, { recursive: true }))

const previewOf = (bytes: Uint8Array, mediaType: string) => {
  writeFileSync(join(dataDir, 'files', storedAs), bytes)
  return makePreview(dataDir, { storedAs, mediaType })
}

describe('a picture', () => {
  test('becomes small, keeps its shape, and loses place and camera', async () => {
    const photograph = await sharp({ create: { width: 1200, height: 800, channels: 3, background: 'teal' } })
      .withExif({ IFD0: { Copyright: 'secret place' } })
      .jpeg()
      .toBuffer()
    expect(await previewOf(photograph, 'image/jpeg')).toEqual({ width: 480, height: 320, pages: null, drawn: 0 })
    const preview = await readPreview(dataDir, storedAs, previewPart)
    const { format, exif } = await sharp(preview).metadata()
    expect({ format, exif }).toEqual({ format: 'webp', exif: undefined })
    expect(preview?.includes('secret place')).toBe(false)
  })

  test('that unpacks to a thousand megapixels is refused, and has no preview were it there already', async () => {
    const chunk = (name: string, content: Buffer): Buffer => {
      const body = Buffer.concat([Buffer.from(name, 'latin1'), content])
      const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
      length.writeUInt32BE(content.length)
      check.writeUInt32BE(crc32(body))
      return Buffer.concat([length, body, check])
    }
    const head = Buffer.from([0, 0, 0x7d, 0, 0, 0, 0x7d, 0, 1, 0, 0, 0, 0])
    const content = deflateSync(Buffer.alloc(4001 * 32_000))
    const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    const bomb = Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', content), chunk('IEND', Buffer.alloc(0))])
    expect(bomb.length).toBeLessThan(200_000)
    expect(await storeUpload(dataDir, new File([Uint8Array.from(bomb)], 'bomb.png'))).toBe('broken')
    expect(await previewOf(bomb, 'image/png')).toEqual({ pages: null })
  })
})

describe('a PDF', () => {
  test('shows its first page and the nine after it, and says how many there are', async () => {
    const pages = Array.from({ length: 12 }, (_, index) => writing(`Page ${index + 1}`))
    const made = await previewOf(pdfOf({ pages }), 'application/pdf')
    expect(made).toEqual({ width: 480, height: 680, pages: 12, drawn: 10 })
    const { width, format } = await sharp(await readPreview(dataDir, storedAs, pagePart(10))).metadata()
    expect({ width, format }).toEqual({ width: 1000, format: 'webp' })
    // Something is written on it, in letters that the file did not bring.
    const { channels } = await sharp(await readPreview(dataDir, storedAs, previewPart)).stats()
    expect(channels[0]?.min).toBeLessThan(80)
    await removeStored(dataDir, storedAs)
    expect(readdirSync(folder)).toEqual([])
  })

  test.each([
    [
      'that is locked',
      pdfOf({ pages: [writing('x')], trailer: '/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<00>/U<00>>>/ID[<00><00>]' }),
    ],
    ['that ends in the middle', pdfOf({ pages: [writing('x')] }).subarray(0, 90)],
    ['that is none', Buffer.from('%PDF-1.7\nnothing')],
    ['without a page', pdfOf({ pages: [] })],
  ])('%s has no picture, and nothing breaks', async (_, bytes) => {
    expect(await previewOf(bytes, 'application/pdf')).not.toHaveProperty('width')
  })

  test('that is a strip without end is not drawn', async () => {
    const made = await previewOf(pdfOf({ pages: [writing('x')], mediaBox: '0 0 1 900000' }), 'application/pdf')
    expect(made).toEqual({ pages: 1 })
  })

  test('that would be drawn for years is ended', async () => {
    // Each form draws the one below it thirty times, twelve deep.
    const forms = Array.from({ length: 12 }, (_, index) => {
      const text = index === 0 ? '0 0 9 9 re f' : '/X Do '.repeat(30)
      const resources = index === 0 ? '' : `/Resources<</XObject<</X ${9 + index} 0 R>>>>`
      return `<</Type/XObject/Subtype/Form/BBox[0 0 99 99]${resources}/Length ${text.length}>>stream\n${text}\nendstream `
    })
    const bytes = pdfOf({ pages: ['/X Do'], objects: forms, resources: '/XObject<</X 21 0 R>>' })
    const begun = performance.now()
    expect((await drawPdf(bytes, 3)).pictures).toEqual([])
    expect(performance.now() - begun).toBeLessThan(6000)
  })
})
