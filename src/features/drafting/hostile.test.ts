// Files made to do harm: bombs, loops, ways out of the document. Each is answered in seconds, with a page, and nothing is fetched.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { strToU8 } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { forgetTries } from '#platform/http/limits.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import {
  type Bytes,
  catalog,
  docx,
  laughs,
  manyTimes,
  odfBody,
  odt,
  onePage,
  paragraph,
  pdf,
  relation,
  relations,
  streamOf,
  wordBody,
  zeros,
} from '../../../testing/fuzz/hostile-documents.ts'

let town: Town
let ada: Visitor
const asked: string[] = []
const outside = createServer((request, response) => {
  asked.push(request.url ?? '')
  response.end('x')
})
let address = ''
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`
})
beforeEach(forgetTries)
afterAll(() => outside.close())

async function bring(name: string, bytes: Bytes | string): Promise<Response> {
  const begun = performance.now()
  const answer = await ada.post('/practices/from-file', { file: new File([bytes], name), text: '' })
  // The thread's own limit is 20 seconds; starting it on a busy machine takes some more.
  expect(performance.now() - begun).toBeLessThan(27_000)
  return answer
}
const lastPage = async (answer: Response): Promise<string> => ada.page(answer.headers.get('location') ?? '')
describe('refused in a sentence', () => {
  const cases: readonly (readonly [string, string, () => Bytes])[] = [
    ['a Word bomb', 'x.docx', () => docx(zeros(100))],
    ['an OpenDocument bomb', 'x.odt', () => odt(zeros(100))],
    ['a Word file of growing entities', 'x.docx', () => docx(wordBody(paragraph('&m;'), laughs))],
    ['an OpenDocument file of growing entities', 'x.odt', () => odt(odfBody('<text:p>&m;</text:p>', laughs))],
    [
      'an entity from outside',
      'x.odt',
      () => odt(odfBody('<text:p>&x;</text:p>', `<!DOCTYPE x [<!ENTITY x SYSTEM "${address}/entity">]>`)),
    ],
    [
      'ten thousand entries',
      'x.docx',
      () =>
        docx(
          wordBody(paragraph('x')),
          // Not packed: that alone would take a quarter of a minute.
          Object.fromEntries(
            Array.from({ length: 10_000 }, (_, index) => [`../../${index}.xml`, [strToU8('x'), { level: 0 }]]),
          ),
        ),
    ],
    [
      'a hundred thousand elements in each other',
      'x.odt',
      () => odt(odfBody(`${'<text:section>'.repeat(100_000)}${'</text:section>'.repeat(100_000)}`)),
    ],
    [
      'a protected OpenDocument file',
      'x.odt',
      () =>
        odt('\u0001\u0002', {
          'META-INF/manifest.xml': strToU8('<manifest:manifest><manifest:encryption-data/></manifest:manifest>'),
        }),
    ],
    [
      'a protected Word file',
      'x.docx',
      () =>
        Uint8Array.from(
          Buffer.concat([
            Buffer.from('d0cf11e0a1b11ae1', 'hex'),
            Buffer.alloc(600),
            Buffer.from('EncryptedPackage', 'utf16le'),
          ]),
        ),
    ],
    [
      'a PDF that claims a milliard of pages',
      'x.pdf',
      () => pdf([catalog, '<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>', onePage, streamOf(new Uint8Array(10))]),
    ],
    [
      'pages that are each other’s parents',
      'x.pdf',
      () => pdf([catalog, '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>']),
    ],
    [
      'a million objects',
      'x.pdf',
      () => pdf([catalog, '<< /Type /Pages /Kids [] /Count 0 >>', ...Array.from({ length: 300_000 }, () => '[3 0 R]')]),
    ],
    [
      'a page that unpacks to two gigabytes',
      'x.pdf',
      () => pdf([catalog, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', onePage, manyTimes(zeros(200).fill(32), 10)]),
    ],
    [
      'a page that never ends its text',
      'x.pdf',
      () =>
        pdf([
          catalog,
          '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
          onePage,
          streamOf(Buffer.from(`BT ${'q 1 0 0 1 0 0 cm '.repeat(3_000_000)}`)),
        ]),
    ],
  ]
  test.each(cases)(
    '%s',
    async (_, name, make) => {
      const before = process.memoryUsage().rss
      const answer = await bring(name, make())
      expect(answer.status).toBe(422)
      expect(await answer.text()).toMatch(
        /damaged or too complicated|protected with a password|about [\d,]+ pages|without any text|no text in this/,
      )
      expect(process.memoryUsage().rss - before).toBeLessThan(900 * 1_048_576)
      expect((await ada.get('/practices/from-file')).status).toBe(200)
    },
    40_000,
  )
})

test('a Word file that points at pictures, templates and files elsewhere is read without asking for any of them', async () => {
  const out = 'TargetMode="External"'
  const pointing = {
    'word/_rels/document.xml.rels': relations(
      relation('p1', 'image', `${address}/picture.png`, out),
      relation('p2', 'image', 'file:///etc/passwd', out),
      relation('p3', 'attachedTemplate', `${address}/template.dotm`, out),
      relation('p4', 'hyperlink', 'javascript:alert(1)', out),
    ),
  }
  const linked = (id: string): string =>
    `<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
  const link = `<w:p><w:hyperlink xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="p4"><w:r><w:t>Press here for more about it</w:t></w:r></w:hyperlink></w:p>`
  const words = paragraph('The park was dark and people stayed away from it in the evening.')
  const answer = await bring('links.docx', docx(wordBody(words + linked('p1') + linked('p2') + link), pointing))
  expect(answer.status).toBe(303)
  const html = await lastPage(answer)
  expect(html).toContain('The park was dark')
  expect(html).toContain('Press here for more')
  expect(html).not.toMatch(/root:|javascript:|picture\.png/)
  expect(asked).toEqual([])
})

test('markup in headings, text, title and file name stays words', async () => {
  const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
  const escaped = evil.replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  const brought = [
    await bring(
      `${evil}.docx`,
      docx(wordBody(paragraph(escaped) + paragraph(`[x](javascript:alert(1)) ${escaped} in the park.`))),
    ),
    await bring(
      `../../../etc/${evil}.txt`,
      `# ${evil}\n\n## Problem ${evil}\n\n${evil} <iframe src="${address}"></iframe> ![x](${address}/x.png)`,
    ),
  ]
  for (const answer of brought) {
    expect(answer.status).toBe(303)
    const html = await lastPage(answer)
    expect(html).not.toMatch(/<script>alert|<img src=x|<iframe|href="javascript:|\/x\.png"/)
    const id = /\d+/.exec(answer.headers.get('location') ?? '')?.[0]
    expect(await (await ada.get(`/practices/${id}/edit?step=problem`)).text()).not.toMatch(/<script>alert|<img src=x/)
  }
  expect(asked).toEqual([])
})

test('NUL, halves of letters and marks that turn the text around are taken out or shown as they are', async () => {
  for (const text of [
    '## Problem\n\nA\u0000B \ud800 C \udc00 park at night.',
    '## Problem\u0000\n\n\u202eA park\u202c at \ufeffnight.',
  ])
    expect((await ada.post('/practices/from-file', { text })).status).toBe(303)
  const numbered = await bring(
    'x.odt',
    odt(
      odfBody(
        '<text:h text:outline-level="1">Problem</text:h><text:p>A&#0;B&#xD800;C&#x110000; park at &amp;lt;night&#33;</text:p>',
      ),
    ),
  )
  expect(numbered.status).toBe(303)
  expect(await lastPage(numbered)).toContain('park at &amp;lt;night!')
})

test('two bombs at once do not keep a third person from being answered', async () => {
  const bomb = odt(zeros(100))
  const [first, second, third] = await Promise.all([bring('a.odt', bomb), bring('b.odt', bomb), ada.get('/practices')])
  expect([first?.status, second?.status, third?.status]).toEqual([422, 422, 200])
})

test('a line of two hundred thousand spaces or tabs keeps nobody waiting', async () => {
  for (const empty of [' ', '\t', '\u3000']) {
    const begun = performance.now()
    const line = `a${empty.repeat(100_000)}b`
    const answer = await ada.post('/practices/from-file', { text: `Problem\n\n${line}\n\n# Answer ${line}\n\nWalks.` })
    expect(answer.status).toBe(303)
    expect(await lastPage(answer)).toContain('a b')
    expect(performance.now() - begun).toBeLessThan(4000)
  }
})
