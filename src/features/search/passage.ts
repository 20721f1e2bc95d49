// A passage of the text with what matched in it marked.
import type { Mark } from './marks.ts'

/** Shaped as the components of the ui take it. */
export interface PassagePart {
  readonly text: string
  readonly marked?: boolean
}

const usual = 240

const withoutOverlap = (marks: readonly Mark[]): Mark[] => {
  const kept: Mark[] = []
  for (const mark of marks) {
    const last = kept.at(-1)
    if (last === undefined || mark.start >= last.end) kept.push(mark)
    else
      kept[kept.length - 1] = {
        start: last.start,
        end: Math.max(last.end, mark.end),
        weight: Math.max(last.weight, mark.weight),
      }
  }
  return kept
}

/** The window with the weightiest different marks; the earliest of equals. */
const bestStart = (marks: readonly Mark[], size: number): number => {
  let best = { start: 0, weight: 0 }
  for (const [index, mark] of marks.entries()) {
    const inside = marks.slice(index).filter(({ end }) => end <= mark.start + size)
    const weight = inside.reduce((sum, one) => sum + one.weight, 0)
    if (weight > best.weight * 1.01) best = { start: mark.start, weight }
  }
  return best.start
}

/** Cuts at words, and begins a little before the first mark. */
const windowOf = (text: string, marks: readonly Mark[], size: number): { start: number; end: number } => {
  if (text.length <= size) return { start: 0, end: text.length }
  const wanted = Math.max(0, bestStart(marks, size * 0.75) - Math.round(size * 0.2))
  const space = wanted === 0 ? 0 : text.indexOf(' ', wanted) + 1
  const start = space <= 0 || space > wanted + 40 ? wanted : space
  const cut = text.lastIndexOf(' ', start + size)
  return { start, end: start + size >= text.length ? text.length : cut > start ? cut : start + size }
}

const partsOf = (text: string, marks: readonly Mark[], start: number, end: number): PassagePart[] => {
  const parts: PassagePart[] = start > 0 ? [{ text: '… ' }] : []
  let at = start
  for (const mark of marks.filter((one) => one.start >= start && one.end <= end)) {
    if (mark.start > at) parts.push({ text: text.slice(at, mark.start) })
    parts.push({ text: text.slice(mark.start, mark.end), marked: true })
    at = mark.end
  }
  if (at < end) parts.push({ text: text.slice(at, end) })
  return end < text.length ? [...parts, { text: ' …' }] : parts
}

/** The best `size` characters of a text, with these marks in their order. Joined, the parts are the text's own words. */
export function passageOf(text: string, found: readonly Mark[], size = usual): PassagePart[] {
  const marks = withoutOverlap(found.filter(({ end }) => end <= text.length))
  const { start, end } = windowOf(text, marks, size)
  return partsOf(text, marks, start, end).filter((part) => part.text !== '')
}

export const hasMark = (parts: readonly PassagePart[]): boolean => parts.some(({ marked }) => marked === true)
