// The council paper: read back from the page, the PDF and the Word document, and kept as the city writes it.
import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { beforeAll, describe, expect, test } from 'vitest'
import { languages } from '#kernel/locale.ts'
import { readDocument } from '#platform/documents/read-document.ts'
import { openTown, type Town } from '../../../testing/app.ts'
import { enquire, type OwnFile } from './fixtures.ts'
import { blocksOf } from './paper.ts'

let town: Town
let file: OwnFile
beforeAll(async () => {
  town = await openTown()
  town.now = new Date('2026-06-01T10:00:00Z')
  file = await enquire(town)
})

const bytesOf = async (answer: Response): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await answer.arrayBuffer())
const pdfText = async (part: string): Promise<string> => {
  const document = await getDocumentProxy(await bytesOf(await file.get(part)))
  return (await extractText(document, { mergePages: true })).text.replace(/\s+/g, ' ')
}
const docx = async (part: string) => readDocument(await bytesOf(await file.get(part)))
const revisionIn = (html: string): string => /name="revision" value="(\d+)"/.exec(html)?.[1] ?? ''
const paragraphs = { subject: 'Own subject', situation: 'Own background', gain: '', cost: '', resolution: '' }

test('text as it is typed becomes paragraphs and lists', () => {
  expect(blocksOf('One\nline\n\n- a\n- b\n\nThe council:\n1. first\n2) second')).toEqual([
    { kind: 'text', text: 'One line' },
    { kind: 'list', ordered: false, items: ['a', 'b'] },
    { kind: 'text', text: 'The council:' },
    { kind: 'list', ordered: true, items: ['first', 'second'] },
  ])
  expect(blocksOf('  \n\n ')).toEqual([])
})

describe.each(languages)('in %s', (lang) => {
  test('page, PDF and Word document say the same, with the city’s own figures', async () => {
    const html = await file.page(`/paper?lang=${lang}`)
    const heading = /<h2>([^<]+)<\/h2>/.exec(html)?.[1] ?? 'no heading'
    const pdf = await pdfText(`/paper.pdf?lang=${lang}`)
    const read = await docx(`/paper.docx?lang=${lang}`)
    const word = JSON.stringify(read)
    for (const words of [heading.replaceAll('&#39;', "'"), 'Lindenau an der Wieslauf', '2027']) {
      expect(pdf).toContain(words)
      expect(word).toContain(words)
    }
    for (const population of [pdf, word.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')])
      expect(population).toMatch(/48[.,\s\u00a0\u202f]?200/)
  })
})

test('the PDF names its language and title; the same day gives the same bytes', async () => {
  const [one, other] = await Promise.all([file.get('/paper.pdf?lang=de'), file.get('/paper.pdf?lang=de')])
  const first = await bytesOf(one)
  expect(Buffer.from(first).equals(Buffer.from(await bytesOf(other)))).toBe(true)
  const { info } = await getMeta(await getDocumentProxy(first))
  expect(info).toMatchObject({ Language: 'de', Title: expect.stringContaining('Beschlussvorlage') })
})

test('the Word document has real headings, a numbered resolution and a table', async () => {
  const { unzipSync, strFromU8 } = await import('fflate')
  const parts = unzipSync(await bytesOf(await file.get('/paper.docx?lang=en')))
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  expect(xml.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(6)
  expect(xml).toContain('<w:pStyle w:val="Title"/>')
  expect(xml).toContain('<w:tbl>')
  expect(xml.match(/<w:numPr>/g)?.length).toBeGreaterThan(8)
})

describe('the city’s own words', () => {
  test('are kept as a draft for each language, and stand in page, PDF and Word document', async () => {
    const form = await file.page('/paper/edit?lang=en')
    expect((await file.post('/paper?lang=en', { ...paragraphs, revision: revisionIn(form) })).status).toBe(303)
    expect(await file.page('/paper?lang=en')).toContain('Own background')
    expect(await pdfText('/paper.pdf?lang=en')).toContain('Own background')
    expect(JSON.stringify(await docx('/paper.docx?lang=en'))).toContain('Own background')
    expect(await file.page('/paper?lang=de')).not.toContain('Own background')
  })

  test('are what the paper opens with; an emptied field has our words again', async () => {
    const html = await file.page('/paper')
    expect(html).toContain('Own subject')
    expect(html).toContain('early about new phenomena')
  })

  test('of two who write at the same moment the second is told, and keeps what was typed', async () => {
    const revision = revisionIn(await file.page('/paper/edit?lang=en'))
    expect((await file.post('/paper?lang=en', { ...paragraphs, subject: 'Of the first', revision })).status).toBe(303)
    const late = await file.post('/paper?lang=en', { ...paragraphs, subject: 'Of the second', revision })
    expect(late.status).toBe(422)
    const html = await late.text()
    expect(html).toContain('Somebody kept another version')
    expect(html).toContain('Of the second')
    expect(await file.page('/paper?lang=en')).toContain('Of the first')
    const again = { ...paragraphs, subject: 'Of the second', revision: revisionIn(html) }
    expect((await file.post('/paper?lang=en', again)).status).toBe(303)
    expect(await file.page('/paper?lang=en')).toContain('Of the second')
  })

  test('are text, in every form', async () => {
    const revision = revisionIn(await file.page('/paper/edit?lang=en'))
    const hostile = '<img src=x onerror=alert(1)> & "quotes" \u0007 {name} <w:t>'
    expect((await file.post('/paper?lang=en', { ...paragraphs, subject: hostile, revision })).status).toBe(303)
    expect(await file.page('/paper?lang=en')).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(await pdfText('/paper.pdf?lang=en')).toContain('<img src=x onerror=alert(1)>')
    expect(JSON.stringify(await docx('/paper.docx?lang=en'))).toContain('onerror=alert(1)')
    const { unzipSync, strFromU8 } = await import('fflate')
    const xml = strFromU8(
      unzipSync(await bytesOf(await file.get('/paper.docx?lang=en')))['word/document.xml'] ?? new Uint8Array(),
    )
    expect(xml).toContain('onerror=alert(1)')
    // Word opens no document with such a sign in it (XML 1.0, 2.2).
    expect(xml).not.toContain('\u0007')
  })

  test('with a number that no version has are taken for those of a form that is out of date', async () => {
    for (const revision of ['99999999999', '-1', 'x'])
      expect((await file.post('/paper?lang=en', { ...paragraphs, revision })).status, revision).toBe(422)
  })

  test('may be long, and are refused beyond that with a sentence', async () => {
    const revision = revisionIn(await file.page('/paper/edit?lang=en'))
    const long = await file.post('/paper?lang=en', { ...paragraphs, subject: 'x'.repeat(6001), revision })
    expect(long.status).toBe(422)
    expect(await long.text()).toContain('id="subject-error"')
  })
})
