// The QR code that fills in a bank transfer: EPC069-12 ("Quick Response Code: Guidelines to enable data capture for a SEPA credit transfer").
import QRCode from 'qrcode'
import { decimalOf } from '#kernel/money.ts'
import type { InvoiceContent } from './content.ts'
import { modulo97 } from './identifiers.ts'
import { ibanOf, registeredNameOf } from './semantics.ts'

/** ISO 11649, the reference that banks check themselves: RF18 5390 0754 7034. */
const isCreditorReference = (text: string): boolean =>
  /^RF\d{2}[0-9A-Z]{1,21}$/.test(text) && modulo97(`${text.slice(4)}${text.slice(0, 4)}`) === 1

const oneLine = (text: string, most: number): string => [...text.replaceAll(/\s+/g, ' ').trim()].slice(0, most).join('')

/** The guidelines allow no more bytes, so that the code stays readable from paper. */
const mostBytes = 331

const linesOf = (content: InvoiceContent, name: string): string => {
  const { seller, totalCents, paymentReference } = content
  const plain = paymentReference.replaceAll(' ', '')
  return [
    'BCD',
    // Version 2 (the BIC may be left out inside the EEA), UTF-8, SEPA credit transfer.
    '002',
    '1',
    'SCT',
    seller.bic,
    name,
    ibanOf(content),
    `EUR${decimalOf(totalCents)}`,
    // No purpose code; then a reference that banks check, or one that only people read.
    '',
    ...(isCreditorReference(plain) ? [plain] : ['', oneLine(paymentReference, 140)]),
  ].join('\n')
}

/** The text of the code; undefined where there is nothing to transfer or more than the scheme allows. */
export function giroText(content: InvoiceContent): string | undefined {
  if (content.totalCents < 1 || content.totalCents > 99_999_999_999) return undefined
  const name = [...oneLine(registeredNameOf(content.seller), 70)]
  // The bank looks at the account; a name may be cut, the reference may not.
  while (name.length > 1 && Buffer.byteLength(linesOf(content, name.join(''))) > mostBytes) name.pop()
  return linesOf(content, name.join(''))
}

/** The code as a path of SVG, one unit for each module, with its side. */
export function giroPath(text: string): { readonly path: string; readonly side: number } {
  // Level M, as the guidelines ask; they allow versions up to 13, which 331 bytes fit.
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const side = modules.size
  const runs: string[] = []
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      const from = column
      while (column < side && modules.get(row, column)) column += 1
      if (column > from) runs.push(`M${from} ${row}h${column - from}v1h${from - column}z`)
    }
  }
  return { path: runs.join(''), side }
}
