// What is read out of documents, block by block: joined lines, lists, forms in tables, and nothing of what is printed on every page.
import { describe, expect, test } from 'vitest'
import { docx, odfBody, odt, paragraph, wordBody } from '../../../testing/fuzz/hostile-documents.ts'
import type { DocumentReading } from './document.ts'
import { judgeDocument } from './judge-document.ts'
import { blocksOfLines } from './pdf-blocks.ts'
import { type Line, withoutFurniture } from './pdf-lines.ts'
import { readPlain } from './read-plain.ts'

const told = (reading: DocumentReading): string[] =>
  reading.read ? reading.blocks.map(({ kind, level, text }) => `${kind}${level ?? ''}: ${text}`) : [reading.refusal]

const line = (text: string, base: number, more: Partial<Line> = {}): Line => ({
  text,
  page: 1,
  left: 70,
  right: 70 + text.length * 5,
  base,
  size: 11,
  font: 'plain',
  ...more,
})

describe('lines of a PDF', () => {
  test('words cut at the end of a line are joined, “Sozial- und Jugendamt” keeps its hyphen', () => {
    const lines = [
      line('Das Sozial- und Jugendamt ging mit der Nach-', 700),
      line('barschaft durch den Park, auch mit dem Sozial-', 686),
      line('und dem Bauamt, bis er wieder benutzt wurde.', 672),
    ]
    expect(blocksOfLines(lines)).toEqual([
      {
        kind: 'paragraph',
        text: 'Das Sozial- und Jugendamt ging mit der Nachbarschaft durch den Park, auch mit dem Sozial- und dem Bauamt, bis er wieder benutzt wurde.',
      },
    ])
  })

  test('what is larger, or stands alone in another font, is a heading; a bullet begins an item', () => {
    const text = 'Der Park war abends dunkel, und viele Menschen mieden ihn deshalb.'
    const blocks = blocksOfLines([
      line('Nachtlicht', 760, { size: 20 }),
      line('Ausgangslage', 720, { font: 'bold' }),
      line(text, 700),
      line('• Lampen am Weg', 680),
      line('• ein Team von drei Personen', 666),
      line('Kosten', 640, { font: 'bold' }),
      line(text, 620),
    ])
    expect(blocks.map(({ kind, level = '', text: words }) => `${kind}${level}: ${words}`)).toEqual([
      'heading1: Nachtlicht',
      'heading2: Ausgangslage',
      `paragraph: ${text}`,
      'list-item: Lampen am Weg',
      'list-item: ein Team von drei Personen',
      'heading2: Kosten',
      `paragraph: ${text}`,
    ])
  })

  test('running heads, page numbers and a table of contents are left out, a year in the text is not', () => {
    const pages = [1, 2, 3].map((page) => ({
      height: 842,
      lines: [
        line('Sicherheitsbericht der Stadt', 810, { page }),
        line(page === 1 ? 'Ausgangslage ................ 3' : `Seite ${page} erzählt von 2019.`, 500, { page }),
        line(`Seite ${page} von 3`, 30, { page }),
      ],
    }))
    expect(withoutFurniture(pages).map(({ text }) => text)).toEqual([
      'Seite 2 erzählt von 2019.',
      'Seite 3 erzählt von 2019.',
    ])
  })
})

test('a form in a table of two columns becomes headings with their texts, any other table lines', async () => {
  const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`
  const row = (...cells: string[]): string => `<w:tr>${cells.map(cell).join('')}</w:tr>`
  const form = `<w:tbl>${row('Ausgangslage:', 'Der Park war dunkel.')}${row('Kosten', '100 Euro.')}</w:tbl>`
  const figures = `<w:tbl>${row('Jahr', 'Fälle', 'Quote')}${row('2019', '12', '40')}</w:tbl>`
  expect(told(await judgeDocument(docx(wordBody(form + figures))))).toEqual([
    'heading3: Ausgangslage',
    'paragraph: Der Park war dunkel.',
    'heading3: Kosten',
    'paragraph: 100 Euro.',
    'list-item: Jahr – Fälle – Quote',
    'list-item: 2019 – 12 – 40',
  ])
})

test('an OpenDocument text keeps its lists and spaces, and loses notes, comments and what was crossed out', async () => {
  const content = odfBody(
    '<text:tracked-changes><text:p>Alt</text:p></text:tracked-changes><text:h text:outline-level="1">Partner</text:h><text:list><text:list-item><text:p>Polizei<text:note><text:p>Fußnote</text:p></text:note></text:p></text:list-item><text:list-item><text:p>Amt<text:s text:c="2"/>für Jugend</text:p></text:list-item></text:list><text:p>Zwei<text:line-break/>Zeilen * mit _Zeichen_<office:annotation><text:p>Notiz</text:p></office:annotation></text:p>',
  )
  expect(told(await judgeDocument(odt(content)))).toEqual([
    'heading2: Partner',
    'list-item: Polizei',
    'list-item: Amt für Jugend',
    String.raw`paragraph: Zwei
Zeilen \* mit \_Zeichen\_`,
  ])
})

test('pasted text: Markdown’s headings, numbered, shouted and underlined ones, lists; an address is no heading', () => {
  const text =
    '# Nachtlicht\nSeit 2016.\n\n2.1 Maßnahmen der Stadt\n\nZwei Teams gehen mit.\n\nKOSTEN UND PERSONAL\n\nZwölf Kräfte.\n\nErgebnisse\n----------\n- ruhiger\n- heller\n  als zuvor\n\nRathaus Graz\nHauptplatz 1\n8010 Graz'
  expect(told(readPlain(text))).toEqual([
    'heading1: Nachtlicht',
    'paragraph: Seit 2016.',
    'heading3: 2.1 Maßnahmen der Stadt',
    'paragraph: Zwei Teams gehen mit.',
    'heading2: KOSTEN UND PERSONAL',
    'paragraph: Zwölf Kräfte.',
    'heading2: Ergebnisse',
    'list-item: ruhiger',
    'list-item: heller als zuvor',
    'paragraph: Rathaus Graz\nHauptplatz 1\n8010 Graz',
  ])
})
