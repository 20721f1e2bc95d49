// By which words a bank's table says that a payment went back: in a column of its own, or in the bank's jargon in the text.
import { foldHead } from './csv-columns.ts'

const yes = /^(?:1|x|y|yes|true|j|ja|o|oui|s|si|sim|t|tak|r)$/
/** In a column about it the plain words of every language count. */
const said =
  /\b(?:(?:ruck|rueck)(?:lastschrift|buchung|uberweisung|ueberweisung)|retoure|storno|stornierung|rejet|rejete|impaye|insoluto|reversal|returned?|chargeback|devolucion|devuelto|devolucao|devolvido|zwrot|terugboeking|stornering|gestorneerd)\b/
/** In the text only what an office would not write above its own refund. */
const jargon =
  /\b(?:(?:ruck|rueck)lastschrift|(?:ruck|rueck)buchung|retoure|rejet de (?:virement|prelevement)|impaye|insoluto|chargeback|terugboeking|stornering)\b/

export const saysReturned = (column: string, text: string): boolean => {
  const plain = foldHead(column)
  return yes.test(plain) || said.test(plain) || jargon.test(foldHead(text))
}
