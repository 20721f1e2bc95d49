// The table of an invoice: its lines, over as many pages as they need, and their sums.
import { formatNumber, regionalTag, type Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import {
  artifact,
  heightOf,
  mark,
  mm,
  nextPage,
  part,
  type Sheet,
  type Tag,
  type TextStyle,
  write,
} from '#platform/documents/sheet.ts'
import { type InvoiceContent, type InvoiceLine, sumsOf } from './content.ts'
import { grey, left, right, rule } from './letter.ts'

interface Column {
  readonly x: number
  readonly width: number
  readonly align: 'left' | 'right'
}

const columns: readonly Column[] = [
  { x: left, width: mm(9), align: 'left' },
  { x: left + mm(10), width: mm(74), align: 'left' },
  { x: left + mm(86), width: mm(17), align: 'right' },
  { x: left + mm(105), width: mm(28), align: 'right' },
  { x: left + mm(135), width: mm(30), align: 'right' },
]

/** Below it the foot of each page begins. */
const bottom = mm(262)
const top = mm(20)

export const drawRule = (sheet: Sheet, y: number, from = left, to = right): void =>
  artifact(sheet, () => sheet.doc.lineWidth(0.6).moveTo(from, y).lineTo(to, y).stroke(rule))

/** The place of something that high: here, or at the top of a new page. */
export function reserve(sheet: Sheet, y: number, height: number): number {
  if (y + height <= bottom) return y
  nextPage(sheet)
  return top
}

/** What stands in a row, with its column. */
const inColumns = (texts: readonly string[]): { text: string; column: Column }[] =>
  columns.map((column, index) => ({ text: texts[index] ?? '', column }))

const headTexts = (t: Translate): string[] => [
  t('invoicing.column-position'),
  t('invoicing.column-text'),
  t('invoicing.column-quantity'),
  t('invoicing.column-unit'),
  t('invoicing.column-amount'),
]

/** Words of the columns; on later pages they are only to be seen. */
function drawColumnHeads(sheet: Sheet, t: Translate, y: number, row?: Tag): number {
  const heights = inColumns(headTexts(t)).map(({ text, column: { align, x, width } }) => {
    const style: TextStyle = { size: 8.5, bold: true, colour: grey, align }
    if (row === undefined) mark(sheet, text, style, { x, y, width })
    else write(sheet, row, { type: 'TH', text, style, scope: 'Column' }, { x, y, width })
    return heightOf(sheet, text, style, width)
  })
  const end = y + Math.max(...heights) + 3
  drawRule(sheet, end)
  return end + 4
}

const formatQuantity = (lang: string, quantity: number): string =>
  new Intl.NumberFormat(regionalTag(lang), { maximumFractionDigits: 6 }).format(quantity)

const cellsOf = (t: Translate, line: InvoiceLine, index: number): string[] => [
  formatNumber(t.lang, index + 1),
  [line.name, line.description].filter((text) => text !== '').join('\n'),
  formatQuantity(t.lang, line.quantity),
  formatMoney(t.lang, line.unitCents),
  formatMoney(t.lang, line.cents),
]

/** One line, on a new page under the words of the columns where it would not fit. Gives the place below. */
function drawLine(sheet: Sheet, t: Translate, body: Tag, texts: readonly string[], from: number): number {
  const cells = inColumns(texts)
  const height = Math.max(...cells.map(({ text, column }) => heightOf(sheet, text, {}, column.width)))
  let y = reserve(sheet, from, height)
  if (y !== from) y = drawColumnHeads(sheet, t, y)
  part(sheet, body, 'TR', (row) => {
    for (const { text, column } of cells)
      write(sheet, row, { type: 'TD', text, style: { align: column.align } }, { ...column, y })
  })
  drawRule(sheet, y + height + 3)
  return y + height + 5
}

/** Draws the lines from `from` on. Gives the place below. */
export function drawLines(sheet: Sheet, t: Translate, { lines }: InvoiceContent, from: number): number {
  let y = from
  part(sheet, sheet.root, 'Table', (table) => {
    part(sheet, table, 'THead', (head) =>
      part(sheet, head, 'TR', (row) => {
        y = drawColumnHeads(sheet, t, y, row)
      }),
    )
    part(sheet, table, 'TBody', (body) => {
      for (const [index, line] of lines.entries()) y = drawLine(sheet, t, body, cellsOf(t, line, index), y)
    })
  })
  return y
}

function sumRows(t: Translate, content: InvoiceContent): (readonly [label: string, amount: string, bold: boolean])[] {
  const { netCents, taxCents, totalCents } = sumsOf(content.lines, content.tax)
  const total = [t(`invoicing.total-${content.kind}`), formatMoney(t.lang, totalCents), true] as const
  if (content.tax.category !== 'S') return [total]
  return [
    [t('invoicing.sum-net'), formatMoney(t.lang, netCents), false],
    [t('invoicing.sum-tax', { rate: formatNumber(t.lang, content.tax.rate) }), formatMoney(t.lang, taxCents), false],
    total,
  ]
}

/** Draws what the lines add up to. Gives the place below. */
export function drawSums(sheet: Sheet, t: Translate, content: InvoiceContent, from: number): number {
  const rows = sumRows(t, content)
  let y = reserve(sheet, from + 2, rows.length * 18)
  part(sheet, sheet.root, 'Table', (table) => {
    for (const [label, amount, bold] of rows)
      part(sheet, table, 'TR', (row) => {
        const style: TextStyle = { size: bold ? 11 : 10, bold, align: 'right' }
        const head = { x: left + mm(50), y, width: mm(80) }
        const height = write(sheet, row, { type: 'TH', text: label, style, scope: 'Row' }, head)
        write(sheet, row, { type: 'TD', text: amount, style }, { x: left + mm(131), y, width: mm(34) })
        y += height + 3
      })
  })
  drawRule(sheet, y, left + mm(86))
  return y + mm(5)
}
