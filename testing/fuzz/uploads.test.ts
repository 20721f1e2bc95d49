// Files as attackers make them: bombs, lies about their type, broken ones, names that are paths.
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import sharp from 'sharp'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { forgetTries } from '#platform/http/limits.ts'
import { openTown, type Town, type Visitor } from '../app.ts'
import { watchForHangs } from './hostile.ts'

let town: Town
let ada: Visitor
let id = ''
beforeAll(async () => {
  town = await openTown()
  // Without the files of the demonstration: what lies there was brought here.
  rmSync(join(town.dataDir, 'files'), { recursive: true, force: true })
  mkdirSync(join(town.dataDir, 'files'))
  ada = await town.as('ada-lindmoser')
  const written = await ada.post('/practices', { title: 'Lights in the park', lang: 'en', audience: '2' })
  id = /\d+/.exec(written.headers.get('location') ?? '')?.[0] ?? ''
})
beforeEach(forgetTries)

const bytesOf = (...parts: readonly (string | Uint8Array)[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.concat(parts.map((part) => Buffer.from(part as string))))
const file = (name: string, bytes: Uint8Array<ArrayBuffer> | string, type = 'application/octet-stream'): File =>
  new File([bytes], name, { type })

/** One entry, as small as the format allows (APPNOTE 6.3.10). */
function zip(name: string, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const packed = deflateRawSync(content, { level: 9 })
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(8, 4)
  common.writeUInt32LE(crc32(content), 10)
  common.writeUInt32LE(packed.length, 14)
  common.writeUInt32LE(content.length, 18)
  common.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed])
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, Buffer.alloc(14), Buffer.from(name)])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return bytesOf(local, central, end)
}

const hugePicture = async (): Promise<Uint8Array<ArrayBuffer>> => {
  const create = { width: 12_000, height: 12_000, channels: 3 as const, background: '#000' }
  return bytesOf(await sharp({ create, limitInputPixels: false }).png({ compressionLevel: 9 }).toBuffer())
}
const picture = async (): Promise<Buffer> =>
  sharp({ create: { width: 20, height: 20, channels: 3, background: '#f00' } })
    .png()
    .toBuffer()

async function bring(brought: File): Promise<number> {
  const expectNoHang = watchForHangs()
  const answer = await ada.post(`/contributions/${id}/attachments`, { file: brought })
  expect(answer.status).toBeLessThan(500)
  expectNoHang(brought.name)
  return answer.status
}
const kept = (): number =>
  readdirSync(join(town.dataDir, 'files'), { recursive: true }).filter((name) => /[0-9a-f]{36}/.test(String(name)))
    .length

describe('refused, with a sentence and nothing left on the disk', () => {
  test.each([
    ['a page that calls itself a picture', () => file('x.png', '<html><script>alert(1)</script>', 'image/png')],
    ['a page', () => file('x.html', '<!doctype html><script>alert(1)</script>', 'text/html')],
    [
      'a vector drawing with a script',
      () => file('x.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>', 'image/svg+xml'),
    ],
    ['a program', () => file('x.pdf', bytesOf('MZ', new Uint8Array(200)), 'application/pdf')],
    ['a program for Linux', () => file('x.txt', bytesOf('\x7fELF', new Uint8Array(200)), 'text/plain')],
    ['text with NUL', () => file('x.txt', 'a\u0000b', 'text/plain')],
    ['text that is no UTF-8', () => file('x.csv', bytesOf(Buffer.from([0xff, 0xfe, 0xc3, 0x28])))],
    ['a zip that is no document', () => file('x.zip', zip('a.txt', bytesOf('x')))],
    ['a zip that calls itself a document', () => file('x.docx', zip('a.txt', bytesOf('x')))],
    ['half a picture', async () => file('x.png', bytesOf((await picture()).subarray(0, 60)), 'image/png')],
    [
      'a picture of twelve thousand by twelve thousand dots',
      async () => file('x.png', await hugePicture(), 'image/png'),
    ],
    [
      'a picture with rubbish in it',
      () => file('x.jpg', bytesOf(Buffer.from([0xff, 0xd8, 0xff, 0xe0]), new Uint8Array(500))),
    ],
    ['an animated film', () => file('x.mp4', bytesOf(Buffer.from([0, 0, 0, 24]), 'ftypmp42', new Uint8Array(100)))],
    ['nothing', () => file('x.txt', '')],
    ['twenty mebibytes and one byte', () => file('x.txt', 'a'.repeat(20 * 1_048_576 + 1), 'text/plain')],
  ])('%s', async (_, make) => {
    const before = kept()
    expect([413, 422]).toContain(await bring(await make()))
    expect(kept()).toBe(before)
  })
})

test('a bomb of a document is not unpacked: 400 megabytes of nothing in 400 kilobytes are judged in a moment', async () => {
  const bomb = new Uint8Array(400_000_000)
  for (const name of ['[Content_Types].xml', 'mimetype', 'word/document.xml'])
    expect([303, 422]).toContain(await bring(file('x.docx', zip(name, bomb))))
}, 60_000)

test.each([
  ...[
    '../../../etc/passwd.txt',
    '..\\..\\boot.txt',
    '/etc/x.txt',
    'a\u0000.txt',
    '\u202etxt.exe.txt',
    'CON.txt',
    '.txt',
    'é\ud800.txt',
  ],
  ...[
    `${'a'.repeat(4000)}.txt`,
    '"; filename=x.html.txt',
    "'%0d%0aset-cookie: x=1.txt",
    '<b data-x="1">.txt',
    'plan.txt\r\nx: y.txt',
  ],
])('the name %.60s becomes a harmless one', async (name) => {
  const before = kept()
  expect([303, 422]).toContain(await bring(file(name, 'a plan', 'text/plain')))
  expect(kept() - before).toBeLessThanOrEqual(1)
  const page = await ada.page(`/practices/${id}-lights-in-the-park`)
  expect(page).not.toContain('<b data-x')
  expect(page).not.toMatch(/href="\/attachments\/\d+\/[^"]*(?:\.\.|\\)/)
})

describe('what is kept', () => {
  const linksOf = async (): Promise<string[]> => [
    ...new Set(
      [...(await ada.page(`/practices/${id}-lights-in-the-park`)).matchAll(/\/attachments\/\d+\/[^"]+/g)].map(
        ([link]) => link,
      ),
    ),
  ]

  test('is served as what it is, to be downloaded, without a right to run anything', async () => {
    for (const link of await linksOf()) {
      const answer = await ada.get(link)
      expect([link, answer.status]).toEqual([link, 200])
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(answer.headers.get('content-security-policy')).toContain('sandbox')
      expect(answer.headers.get('content-type')).not.toMatch(/html|svg|xml$|javascript/)
      expect(answer.headers.get('cache-control')).toBe('private, no-store')
      if (!/pdf|image/.test(answer.headers.get('content-type') ?? ''))
        expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /)
    }
  })

  test('is for those who see the contribution: visitors, other cities and other numbers get nothing', async () => {
    const [link = ''] = await linksOf()
    expect((await town.visitor.get(link)).status).toBe(404)
    expect((await (await town.as('assia-verdonnel')).get(link)).status).toBe(404)
    expect((await ada.get(link.replace(/\d+/, '999999'))).status).toBe(404)
    expect((await ada.get(link.replace(/\d+\//, '../../'))).status).toBe(404)
  })

  test('lies under random names that nothing of the upload shows in', () => {
    const names = readdirSync(join(town.dataDir, 'files'), { recursive: true }).map(String)
    expect(names.filter((name) => !/^[0-9a-f]{2}(?:\/[0-9a-f]{36})?$/.test(name))).toEqual([])
  })
})
