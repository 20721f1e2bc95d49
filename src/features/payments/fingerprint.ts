// By what an entry is known again when the same file, or one that overlaps, is brought a second time.
import { createHash } from 'node:crypto'
import type { ReadEntry } from './bank-statement.ts'

const hash = (parts: readonly string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex')

/** The bank's own number, else name and text; always with day and amount: a reversal may bear the number of what it takes back. */
const marksOf = (entry: ReadEntry): string[] => {
  const { bookedOn, amount, currency, bankReference, name, iban, text, reference } = entry
  const own = bankReference === '' ? ['', name, iban, text, reference] : [bankReference]
  return [bookedOn, amount.replace(/\.0+$|(?<=\.\d*?[1-9])0+$/, ''), currency, ...own]
}

/** One for each entry of a file: of several that are alike the first, the second … are told apart by their order. */
export function fingerprintsOf(entries: readonly ReadEntry[]): readonly string[] {
  const seen = new Map<string, number>()
  return entries.map((entry) => {
    const mark = hash(marksOf(entry))
    const place = (seen.get(mark) ?? 0) + 1
    seen.set(mark, place)
    return place === 1 ? mark : hash([mark, String(place)])
  })
}
