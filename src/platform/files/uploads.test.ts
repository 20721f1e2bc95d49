// Files that people bring: judged by content, stored whole, served so that they cannot run.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { fileResponse, largestFile, readStored, type StoredFile, storeUpload } from './uploads.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'vicinia-files-'))
afterAll(() => rmSync(dataDir, { recursive: true }))

const file = (content: string | Uint8Array<ArrayBuffer>, name: string): File => new File([content], name)
const store = async (content: string | Uint8Array<ArrayBuffer>, name: string): Promise<StoredFile> => {
  const stored = await storeUpload(dataDir, file(content, name))
  if (typeof stored === 'string') throw new Error(`refused: ${stored}`)
  return stored
}
const picture = async (): Promise<Uint8Array<ArrayBuffer>> => {
  const image = sharp({ create: { width: 20, height: 10, channels: 3, background: 'teal' } })
  return Uint8Array.from(
    await image
      .withExif({ IFD0: { Copyright: 'secret place' } })
      .jpeg()
      .toBuffer(),
  )
}

describe('judging', () => {
  test('a web page is no document, whatever it is called', async () => {
    expect(await storeUpload(dataDir, file('<html><script>1</script>', 'plan.pdf'))).toBe('wrong-type')
    expect(await storeUpload(dataDir, file('<svg onload="1"/>', 'plan.svg'))).toBe('wrong-type')
  })

  test('text must be text', async () => {
    expect(await storeUpload(dataDir, file(Uint8Array.from([0xff, 0xfe, 0x41]), 'list.csv'))).toBe('wrong-type')
    expect((await store('Stadt;Jahr\nGraz;2026', 'list.csv')).mediaType).toBe('text/csv')
  })

  test('a picture that cannot be read is broken', async () => {
    const bytes = await picture()
    expect(await storeUpload(dataDir, file(bytes.slice(0, 60), 'map.jpg'))).toBe('broken')
  })

  test('what is too large is refused before it is read', async () => {
    const huge = { size: largestFile + 1, name: 'huge.pdf' } as File
    expect(await storeUpload(dataDir, huge)).toBe('too-large')
  })
})

describe('storing', () => {
  test('a picture loses what its camera knew', async () => {
    const bytes = await picture()
    expect(Buffer.from(bytes).includes('secret place')).toBe(true)
    const stored = await store(bytes, 'map.jpg')
    expect((await readStored(dataDir, stored.storedAs))?.includes('secret place')).toBe(false)
  })

  test('names lose paths, controls and characters that change the direction', async () => {
    expect((await store('x', '../../etc/pass\u202ewd.txt')).name).toBe('passwd.txt')
    expect((await store('x', 'C:\\Users\\ada\\plan\u0000.txt')).name).toBe('plan.txt')
  })

  test('the place says nothing about the file and cannot be steered', async () => {
    const { storedAs } = await store('x', 'plan.txt')
    expect(storedAs).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{36}$/)
    expect(() => readStored(dataDir, '../secret')).toThrow('Not the path')
    expect(readdirSync(join(dataDir, 'files', storedAs.slice(0, 2))).some((name) => name.endsWith('.part'))).toBe(false)
  })
})

test('only pictures and PDF open in the browser, and nothing runs', () => {
  const page = fileResponse(Buffer.from('x'), { name: 'Plan „Süd“.txt', mediaType: 'text/plain' })
  expect(page.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''Plan%20/)
  expect(page.headers.get('content-security-policy')).toContain('sandbox')
  const image = fileResponse(Buffer.from('x'), { name: 'a.png', mediaType: 'image/png' })
  expect(image.headers.get('content-disposition')).toMatch(/^inline/)
})
