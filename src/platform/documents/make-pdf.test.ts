// PDFs that we make ourselves, read back by the reader that opens those of others.
import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { expect, test } from 'vitest'
import { makePdf } from './make-pdf.ts'

const about = { title: 'Beitrag 2025', author: 'Netzwerk', lang: 'de', made: new Date('2025-01-15T00:00:00Z') }

test('its words in all our letters come back, and what it says of itself', async () => {
  const words = 'Größe: Αλεξανδρούπολη, Łódź, Brașov, Ñuñoa – 4.553,00 €'
  const pdf = await getDocumentProxy(new Uint8Array(await makePdf(about, { content: [words] })))
  expect((await extractText(pdf, { mergePages: true })).text).toContain(words)
  expect((await getMeta(pdf)).info).toMatchObject({ Title: 'Beitrag 2025', Author: 'Netzwerk', Language: 'de' })
})

test('what the font lacks is written with what looks like it: no box stands in a French amount', async () => {
  const pdf = await makePdf(about, { content: [{ table: { body: [['4\u202f553,00 €']] } }] })
  const read = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })
  expect(read.text.replaceAll('\u00a0', ' ')).toContain('4 553,00 €')
})

test('the same content gives the same bytes', async () => {
  const content = { content: ['Rechnung'] }
  const [one, other] = [await makePdf(about, { ...content }), await makePdf(about, { ...content })]
  expect(one.equals(other)).toBe(true)
})

test('content cannot make the server read a file or an address', async () => {
  for (const image of ['/etc/passwd', 'http://127.0.0.1:9/picture.png'])
    await expect(makePdf(about, { content: [{ image }] })).rejects.toThrow()
})
