// The council paper as a PDF, for printing and for the council's own information system.
import type { Column, Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { type AboutPdf, makePdf } from '#platform/documents/make-pdf.ts'
import type { Block, Paper, PaperSection } from './paper.ts'

const grey = '#5a6470'
const hairline = '#c9ced6'

/** Drawn, because the typeface has no sign for it. */
const box = (ticked: boolean): Column => ({
  width: 16,
  canvas: [
    { type: 'rect', x: 0, y: 2, w: 9, h: 9, lineWidth: 0.8 },
    ...(ticked
      ? [
          {
            type: 'polyline' as const,
            lineWidth: 1.4,
            points: [
              { x: 2, y: 6.5 },
              { x: 4, y: 9 },
              { x: 8, y: 3 },
            ],
          },
        ]
      : []),
  ],
})

const gap: [number, number, number, number] = [0, 0, 0, 6]
const drawTable = ({ columns, rows }: Extract<Block, { kind: 'table' }>): Content => ({
  margin: [0, 2, 0, 10],
  table: {
    headerRows: 1,
    widths: [150, '*'],
    body: [
      columns.map((text) => ({ text, bold: true })),
      ...rows.map((cells, index) => cells.map((text) => ({ text, bold: index === rows.length - 1 }))),
    ],
  },
  layout: {
    hLineWidth: (row) => (row === 0 ? 0 : 0.5),
    vLineWidth: () => 0,
    hLineColor: () => hairline,
    paddingLeft: () => 0,
    paddingTop: () => 4,
    paddingBottom: () => 4,
  },
})

const drawBlock = (block: Block): Content => {
  if (block.kind === 'text') return { text: block.text, margin: gap }
  if (block.kind === 'table') return drawTable(block)
  if (block.kind === 'checks')
    return block.items.map(({ done, text }) => ({ columns: [box(done), { width: '*', text }], margin: [0, 0, 0, 5] }))
  return block.ordered
    ? { ol: [...block.items], margin: gap }
    : { ul: block.items.map((text) => ({ text, margin: [0, 0, 0, 2] as const })), margin: gap }
}

/** A heading stays on the page of what it heads, and a table is not torn. */
const drawSection = ({ heading, blocks: [first, ...others] }: PaperSection): Content[] => [
  {
    unbreakable: true,
    stack: [
      { text: heading, fontSize: 12.5, bold: true, margin: [0, 10, 0, 4] },
      ...(first === undefined ? [] : [drawBlock(first)]),
    ],
  },
  ...others.map(drawBlock),
]

const contentOf = (paper: Paper): TDocumentDefinitions => ({
  content: [
    { text: paper.title, fontSize: 18, bold: true, lineHeight: 1.1, margin: [0, 0, 0, 4] },
    { text: paper.about, color: grey, margin: [0, 0, 0, 12] },
    ...paper.sections.flatMap(drawSection),
    ...paper.notes.map((text) => ({
      text,
      color: grey,
      fontSize: 8.5,
      margin: [0, 8, 0, 0] as [number, number, number, number],
    })),
  ],
  footer: (page, pages) => ({
    text: `${page} / ${pages}`,
    alignment: 'right',
    color: grey,
    fontSize: 8.5,
    margin: [62, 20, 56, 0],
  }),
})

/** `author`: who offers the paper. The same paper gives the same bytes. */
export const drawPaperPdf = (paper: Paper, about: Pick<AboutPdf, 'author' | 'made'>): Promise<Buffer> =>
  makePdf({ ...about, title: paper.title, lang: paper.lang }, contentOf(paper))
