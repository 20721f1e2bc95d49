// The head of the visible invoice, as DIN 5008 (form B) places it: who writes, the window with the address, what the letter is about.
import { countryName, formatDate, type Translate } from '#kernel/locale.ts'
import { artifact, heightOf, mm, part, type Sheet, write } from '#platform/documents/sheet.ts'
import type { InvoiceContent, Party } from './content.ts'
import { isLeitwegId } from './identifiers.ts'

export const left = mm(25)
export const right = mm(190)
export const grey = '#57606a'
export const rule = '#c9ced6'

/** A day as the language writes it. At noon it is the same day in all of Europe. */
export const writtenDay = (lang: string, day: string): string => formatDate(lang, new Date(`${day}T12:00:00Z`))

/** The lines of an address as they stand on an envelope from the sender's country (Universal Postal Union, S42). */
export function addressLines(lang: string, party: Party, from: string): string[] {
  const registered = party.legalName === party.name ? '' : party.legalName
  const place =
    party.country === 'GB' || party.country === 'IE'
      ? [party.city, party.postcode]
      : [`${party.postcode} ${party.city}`]
  const country = party.country === from ? '' : countryName(lang, party.country).toLocaleUpperCase(lang)
  return [party.name, registered, party.street, party.street2 ?? '', ...place, country]
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

type Row = readonly [label: string, value: string]

function facts(t: Translate, content: InvoiceContent): Row[] {
  const { kind, seller, buyer } = content
  const reference = isLeitwegId(buyer.reference) ? t('invoicing.leitweg-id') : t('invoicing.buyer-reference')
  const rows: Row[] = [
    [t(`invoicing.number-${kind}`), content.number],
    [t('invoicing.issued'), writtenDay(t.lang, content.issuedOn)],
    [t('invoicing.due'), kind === 'invoice' ? writtenDay(t.lang, content.dueOn) : ''],
    [reference, buyer.reference],
    [t('invoicing.order-reference'), buyer.orderReference ?? ''],
    [t('invoicing.contact'), seller.contact.name],
    [t('invoicing.phone'), seller.contact.phone],
    [t('invoicing.email'), seller.contact.email],
  ]
  return rows.filter(([, value]) => value !== '')
}

/** Rows of a label and what it says, as a table that is read row by row. Gives the place below. */
export function drawFacts(
  sheet: Sheet,
  rows: readonly Row[],
  place: { readonly x: number; readonly y: number; readonly labels: number; readonly width: number },
): number {
  let { y } = place
  part(sheet, sheet.root, 'Table', (table) => {
    for (const [label, text] of rows)
      part(sheet, table, 'TR', (row) => {
        const head = { x: place.x, y, width: place.labels - mm(2) }
        const cell = { x: place.x + place.labels, y, width: place.width - place.labels }
        const heights = [
          write(sheet, row, { type: 'TH', text: label, style: { size: 8.5, colour: grey }, scope: 'Row' }, head),
          write(sheet, row, { type: 'TD', text, style: { size: 9 } }, cell),
        ]
        y += Math.max(...heights) + 1.5
      })
  })
  return y
}

function drawAddress(sheet: Sheet, t: Translate, { seller, buyer }: InvoiceContent): number {
  const width = mm(80)
  const text = [seller.name, seller.street, `${seller.postcode} ${seller.city}`].join(' · ')
  const style = { size: 7, colour: grey }
  const height = heightOf(sheet, text, style, width)
  write(sheet, sheet.root, { type: 'P', text, style }, { x: left, y: mm(61) - height, width })
  const lines = addressLines(t.lang, buyer, seller.country).join('\n')
  return mm(62.7) + write(sheet, sheet.root, { type: 'P', text: lines }, { x: left, y: mm(62.7), width })
}

/** Where to fold a letter for the window, and to punch it. */
const drawMarks = (sheet: Sheet): void =>
  artifact(sheet, () => {
    for (const [y, length] of [
      [105, 5],
      [148.5, 7],
      [210, 5],
    ] as const)
      sheet.doc
        .lineWidth(0.4)
        .moveTo(mm(4), mm(y))
        .lineTo(mm(4 + length), mm(y))
        .stroke(rule)
  })

/** All above the title. Gives the place below. */
export function drawHead(sheet: Sheet, t: Translate, content: InvoiceContent): number {
  const { name, legalName } = content.seller
  const place = { x: left, y: mm(17), width: right - left }
  const height = write(sheet, sheet.root, { type: 'P', text: name, style: { size: 14, bold: true } }, place)
  if (legalName !== name && legalName !== '') {
    const style = { size: 9, colour: grey }
    write(sheet, sheet.root, { type: 'P', text: legalName, style }, { ...place, y: place.y + height + 1 })
  }
  drawMarks(sheet)
  const ends = [
    drawAddress(sheet, t, content),
    drawFacts(sheet, facts(t, content), { x: mm(118), y: mm(50), labels: mm(30), width: mm(72) }),
  ]
  return Math.max(mm(98), ...ends.map((end) => end + mm(7)))
}
