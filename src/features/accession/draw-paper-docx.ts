// The council paper as a Word document: real headings, lists and a table, so that a council's office goes on in its own template.
import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { regionalTag } from '#kernel/locale.ts'
import type { Block, Paper } from './paper.ts'

const after = { after: 120 }
const line = { style: BorderStyle.SINGLE, size: 4, color: 'C9CED6' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }

const cell = (text: string, bold: boolean, width: number): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders: { top: line, bottom: line, left: none, right: none },
    margins: { top: 60, bottom: 60, left: 60, right: 60 },
    children: [new Paragraph({ children: [new TextRun({ text, bold })] })],
  })

// Word wants the widths of the columns twice, LibreOffice reads only these: in twentieths of a point.
const widths = [2800, 6240]
const drawTable = ({ columns, rows }: Extract<Block, { kind: 'table' }>): Table =>
  new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: [columns, ...rows].map(
      (cells, index) =>
        new TableRow({
          tableHeader: index === 0,
          children: cells.map((text, column) => cell(text, index === 0 || index === rows.length, widths[column] ?? 0)),
        }),
    ),
  })

const drawBlock = (block: Block, list: number): (Paragraph | Table)[] => {
  if (block.kind === 'text') return [new Paragraph({ text: block.text, spacing: after })]
  if (block.kind === 'table') return [drawTable(block), new Paragraph({ text: '' })]
  if (block.kind === 'checks')
    return block.items.map(({ done, text }) => new Paragraph({ text: `${done ? '☒' : '☐'} ${text}`, spacing: after }))
  const reference = block.ordered ? 'numbers' : 'marks'
  return block.items.map((text) => new Paragraph({ text, numbering: { reference, level: 0, instance: list } }))
}

const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  ...{ level: 0, format, text, alignment: AlignmentType.START },
  style: { paragraph: { indent: { left: 460, hanging: 300 } } },
})
const numbering = {
  config: [
    { reference: 'numbers', levels: [level(LevelFormat.DECIMAL, '%1.')] },
    { reference: 'marks', levels: [level(LevelFormat.BULLET, '•')] },
  ],
}

/** `author`: who offers the paper. */
export const drawPaperDocx = (paper: Paper, author: string): Promise<Buffer> => {
  const document = new Document({
    title: paper.title,
    creator: author,
    numbering,
    styles: {
      default: {
        document: { run: { font: 'Arial', size: 21, language: { value: regionalTag(paper.lang) } } },
        title: { run: { size: 36, bold: true }, paragraph: { spacing: { after: 80 } } },
        heading1: {
          run: { size: 26, bold: true, color: '1F2A37' },
          paragraph: { spacing: { before: 280, after: 100 } },
        },
      },
    },
    sections: [
      {
        children: [
          new Paragraph({ text: paper.title, heading: HeadingLevel.TITLE }),
          new Paragraph({ text: paper.about, spacing: after }),
          ...paper.sections.flatMap(({ heading, blocks }, place) => [
            new Paragraph({ text: heading, heading: HeadingLevel.HEADING_1, keepNext: true }),
            // Every numbered list begins with 1.
            ...blocks.flatMap((block, index) => drawBlock(block, place * 100 + index)),
          ]),
          ...paper.notes.map((text) => new Paragraph({ children: [new TextRun({ text, italics: true, size: 17 })] })),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}
