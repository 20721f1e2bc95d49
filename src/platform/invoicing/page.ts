// The invoice that people read: a letter in the buyer's language, with everything a treasurer looks for.
import type { Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import {
  artifact,
  figure,
  heightOf,
  mark,
  mm,
  openSheet,
  type Sheet,
  type TextStyle,
  write,
} from '#platform/documents/sheet.ts'
import type { InvoiceContent } from './content.ts'
import { giroPath, giroText } from './giro-code.ts'
import { addressLines, drawFacts, drawHead, grey, left, right, rule, writtenDay } from './letter.ts'
import { drawLines, drawRule, drawSums, reserve } from './lines-table.ts'
import { exemptionOf, ibanOf, registeredNameOf, vatIdOf } from './semantics.ts'

const width = right - left
const small: TextStyle = { size: 8.5, colour: grey }
const smallest: TextStyle = { size: 7.5, colour: grey }

/** Where the next thing stands; moves down while we write. */
interface Flow {
  readonly sheet: Sheet
  y: number
}

function add({ sheet, ...flow }: Flow, type: 'P' | 'H1', text: string, style: TextStyle = {}): number {
  if (text.trim() === '') return flow.y
  const y = reserve(sheet, flow.y, heightOf(sheet, text, style, width))
  return y + write(sheet, sheet.root, { type, text, style }, { x: left, y, width }) + 3
}

/** Paragraphs, none longer than a page holds: cut between words. */
const piecesOf = (text: string): string[] =>
  text.split(/\n+/).flatMap((paragraph) => paragraph.match(/.{1,2000}(?=\s|$)|\S{1,2000}/gu) ?? [])

function addAll(flow: Flow, text: string, style?: TextStyle): void {
  for (const piece of piecesOf(text)) flow.y = add(flow, 'P', piece.trim(), style)
}

export const titleOf = (t: Translate, { kind, number }: InvoiceContent): string =>
  t(`invoicing.title-${kind}`, { number })

function drawTitle(flow: Flow, t: Translate, content: InvoiceContent): void {
  const { corrects } = content
  const period = { from: writtenDay(t.lang, content.periodFrom), to: writtenDay(t.lang, content.periodTo) }
  flow.y = add(flow, 'H1', titleOf(t, content), { size: 16, bold: true })
  flow.y = add(flow, 'P', t('invoicing.period', period))
  if (corrects !== undefined) {
    const corrected = { number: corrects.number, date: writtenDay(t.lang, corrects.issuedOn) }
    flow.y = add(flow, 'P', t('invoicing.corrects', corrected))
  }
  flow.y += mm(4)
}

function taxNote(t: Translate, { tax }: InvoiceContent): string {
  if (tax.category === 'S') return ''
  const words = exemptionOf(tax).reason || t(`invoicing.tax-${tax.category.toLowerCase()}`)
  return t('invoicing.tax-note', { reason: words })
}

/** In groups of four, as on a bank card. */
const spaced = (iban: string): string => iban.replaceAll(/(.{4})(?=.)/g, '$1\u00a0')

const codeSide = mm(32)

/** The code at the right of the box, with what it is for. Gives the place below. */
function drawCode(sheet: Sheet, t: Translate, content: InvoiceContent, y: number): number {
  const code = giroText(content)
  if (code === undefined) return y
  const x = right - codeSide - mm(4)
  const { path, side } = giroPath(code)
  const alt = t('invoicing.code-alt', { amount: formatMoney(t.lang, content.totalCents), name: content.seller.name })
  figure(sheet, alt, { x, y, width: codeSide, height: codeSide }, () =>
    sheet.doc
      .save()
      .translate(x, y)
      .scale(codeSide / side)
      .path(path)
      .fill('#000000')
      .restore(),
  )
  const caption = { x: x - mm(3), y: y + codeSide + 3, width: codeSide + mm(6) }
  return caption.y + write(sheet, sheet.root, { type: 'P', text: t('invoicing.code'), style: smallest }, caption)
}

const accountRows = (t: Translate, content: InvoiceContent): (readonly [string, string])[] =>
  (
    [
      [t('invoicing.account-holder'), registeredNameOf(content.seller)],
      [t('invoicing.iban'), spaced(ibanOf(content))],
      [t('invoicing.bic'), content.seller.bic],
      [t('invoicing.bank'), content.seller.bankName],
      [t('invoicing.payment-reference'), content.paymentReference],
    ] as const
  ).filter(([, value]) => value !== '')

function drawPayment(flow: Flow, t: Translate, content: InvoiceContent): void {
  const { sheet } = flow
  const top = reserve(sheet, flow.y, mm(60))
  const place = { x: left + mm(4), y: top + mm(4), width: width - codeSide - mm(16) }
  const title = { type: 'H2', text: t('invoicing.payment'), style: { size: 11, bold: true } }
  place.y += write(sheet, sheet.root, title, place) + 3
  const due = { amount: formatMoney(t.lang, content.totalCents), date: writtenDay(t.lang, content.dueOn) }
  place.y += write(sheet, sheet.root, { type: 'P', text: t('invoicing.pay', due) }, place) + 6
  const ends = [
    drawFacts(sheet, accountRows(t, content), { ...place, labels: mm(32) }),
    drawCode(sheet, t, content, top + mm(4)),
  ]
  const height = Math.max(...ends) + mm(3) - top
  artifact(sheet, () => sheet.doc.lineWidth(0.8).roundedRect(left, top, width, height, 4).stroke(rule))
  flow.y = top + height + mm(5)
}

function sellerLine(t: Translate, { seller, tax }: InvoiceContent): string {
  const vatId = vatIdOf(seller, tax)
  const numbers = [
    seller.legalId && t('invoicing.register', { number: seller.legalId.id }),
    vatId && t('invoicing.vat-id', { number: vatId }),
    seller.taxNumber && t('invoicing.tax-number', { number: seller.taxNumber }),
  ]
  return [...addressLines(t.lang, seller, seller.country), ...numbers].filter(Boolean).join(' · ')
}

/** Whoever has only one page in hand must know what it belongs to; read aloud it is once, at the end. */
function drawFeet(sheet: Sheet, t: Translate, content: InvoiceContent): void {
  const text = sellerLine(t, content)
  const { start, count } = sheet.doc.bufferedPageRange()
  for (let page = start; page < start + count; page += 1) {
    sheet.doc.switchToPage(page)
    drawRule(sheet, mm(270))
    const place = { x: left, y: mm(272), width: mm(132) }
    if (page === start + count - 1) write(sheet, sheet.root, { type: 'P', text, style: smallest }, place)
    else mark(sheet, text, smallest, place)
    const number = `${content.number}\n${t('invoicing.page', { page: page - start + 1, pages: count })}`
    mark(sheet, number, { ...smallest, align: 'right' }, { x: right - mm(32), y: mm(272), width: mm(32) })
  }
}

/** Draws all pages. `fileName` is the file inside that says the same to machines. */
export function drawPages(doc: PDFKit.PDFDocument, t: Translate, content: InvoiceContent, fileName: string): void {
  const sheet = openSheet(doc)
  const flow: Flow = { sheet, y: drawHead(sheet, t, content) }
  drawTitle(flow, t, content)
  flow.y = drawLines(sheet, t, content, flow.y)
  flow.y = drawSums(sheet, t, content, flow.y)
  flow.y = add(flow, 'P', taxNote(t, content)) + mm(4)
  if (content.kind === 'credit-note')
    flow.y = add(flow, 'P', t('invoicing.credit-text', { number: content.corrects?.number ?? '' })) + mm(4)
  else if (content.totalCents > 0) drawPayment(flow, t, content)
  addAll(flow, content.note ?? '')
  addAll(flow, content.seller.legalNote, small)
  addAll(flow, t('invoicing.embedded', { file: fileName }), small)
  drawFeet(sheet, t, content)
}
