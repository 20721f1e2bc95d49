// Files of answers that are not what they say, and what becomes of the bytes of those that are.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { ask, giveAnswer, given } from './fixtures.ts'

let town: Town
let ada: Visitor
let beatriz: Visitor
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
})

const filesOnDisk = (): number =>
  existsSync(join(town.dataDir, 'files'))
    ? readdirSync(join(town.dataDir, 'files'), { recursive: true }).filter((name) => String(name).length > 10).length
    : 0
const brought = (content: string | Uint8Array, name: string): File => new File([content as BlobPart], name)
const fileOf = async (who: Visitor, id: number): Promise<string> =>
  /\/polls\/\d+\/files\/\d+\/[^"]+/.exec(await who.page(`/polls/${id}/answers`))?.[0] ?? ''

describe('A file', () => {
  test.each([
    [
      'a picture that can run script',
      brought('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'a.svg'),
    ],
    ['a page', brought('<!doctype html><script>alert(1)</script>', 'rules.pdf')],
    ['a program', brought(new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]), 'rules.docx')],
    ['an archive', brought(zipSync({ 'a.txt': strToU8('x') }), 'rules.zip')],
    [
      'a picture that is none',
      brought(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]), 'a.png'),
    ],
    ['a text that is none', brought(new Uint8Array([0xff, 0xfe, 0, 1]), 'a.txt')],
  ])('that is %s is refused at its field, and leaves nothing behind', async (_, file) => {
    const id = await ask(town, ada)
    const before = filesOnDisk()
    const answer = await beatriz.post(`/polls/${id}/answer`, { ...given, revision: '0', 'file-6': file })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('id="file-6-error"')
    expect(html).toContain('Little.')
    expect(filesOnDisk()).toBe(before)
    expect(await fill(town, `select count(*) from poll_answer where contribution_id = ${id}`)).toBe(0)
  })

  test('that unpacks to gigabytes is kept as it came and never unpacked', async () => {
    const bomb = deflateRawSync(Buffer.alloc(50_000_000))
    const docx = zipSync({
      '[Content_Types].xml': strToU8(
        '<Types ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>',
      ),
      'word/document.xml': bomb,
    })
    const id = await ask(town, ada)
    const status = await giveAnswer(beatriz, id, { 'file-6': brought(docx, 'rules.docx') })
    expect([303, 422]).toContain(status)
    if (status === 422) return
    const answer = await beatriz.get(await fileOf(beatriz, id))
    expect((await answer.arrayBuffer()).byteLength).toBe(docx.byteLength)
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/)
  })

  test('is served so that it runs nothing, and is exchanged and taken back with its bytes', async () => {
    const id = await ask(town, ada)
    const before = filesOnDisk()
    await giveAnswer(beatriz, id, { 'file-6': brought('first', '../../etc/pass"wd<b>.txt') })
    const first = await fileOf(beatriz, id)
    const served = await beatriz.get(first)
    expect(served.headers.get('content-security-policy')).toContain('sandbox')
    expect(served.headers.get('cache-control')).toBe('private, no-store')
    expect(served.headers.get('content-disposition')).not.toMatch(/etc|["<]b/)
    expect(filesOnDisk()).toBe(before + 1)
    await giveAnswer(beatriz, id, { revision: '1', 'file-6': brought('second', 'two.txt') })
    expect(await (await beatriz.get(await fileOf(beatriz, id))).text()).toBe('second')
    expect((await beatriz.get(first)).status).toBe(404)
    // Not chosen anew, it stays; taken back, it goes.
    await giveAnswer(beatriz, id, { revision: '2' })
    expect(await fileOf(beatriz, id)).toContain('two.txt')
    await giveAnswer(beatriz, id, { revision: '3', 'remove-6': 'yes' })
    expect(await fileOf(beatriz, id)).toBe('')
    expect(filesOnDisk()).toBe(before)
  })

  test('of one poll is not served under the address of another', async () => {
    const [one, other] = [await ask(town, ada), await ask(town, ada)]
    await giveAnswer(beatriz, one, { 'file-6': brought('words', 'a.txt') })
    await giveAnswer(beatriz, other)
    const file = await fileOf(beatriz, one)
    expect((await beatriz.get(file.replace(`/polls/${one}/`, `/polls/${other}/`))).status).toBe(404)
  })
})
