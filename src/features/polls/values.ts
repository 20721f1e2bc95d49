// From what somebody typed as an answer to what is kept, and back: one field for each item, `item-1` for the first.
import type { Issue, Typed } from '#kernel/outcome.ts'
import type { Item, Value } from './poll.ts'

export const longestText = 4000
const mostNumber = 1e15

export const valueField = (place: number): string => `item-${place + 1}`
export const removalField = (place: number): string => `remove-${place + 1}`
/** A file comes under a name of its own, so that what was typed and what was brought are told apart. */
export const fileField = (place: number): string => `file-${place + 1}`

/** Groups of three, or none, and at most one mark for decimals; the point for thousands and the other way round. */
const readings = [
  /^(?<sign>[-−]?)(?<whole>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?<decimals>\d{1,3}))?$/,
  /^(?<sign>[-−]?)(?<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?<decimals>\d{1,3}))?$/,
]
/** Languages whose point divides decimals. */
const withPoint = ['en']

/**
 * The number that somebody typed in the way of their language: "1.234,5" in German, "1,234.5" in English, "1 234,5" in both.
 * What their own way cannot read is read in the other. Undefined where it is no number of a reasonable size.
 */
export function numberFrom(typed: string, lang: string): number | undefined {
  const plain = typed.trim().replace(/[\s\u00a0\u202f'’]/g, '')
  const ways = withPoint.includes(lang) ? readings.toReversed() : readings
  const { sign, whole, decimals = '' } = ways.map((way) => way.exec(plain)?.groups).find(Boolean) ?? {}
  if (whole === undefined) return undefined
  const number = Number(`${whole.replace(/[.,]/g, '')}.${decimals || '0'}`)
  if (number > mostNumber) return undefined
  return sign === '' ? number : 0 - number
}

type Read = { readonly value: Value } | { readonly wrong: Omit<Issue, 'field'> }
const value = (read: Value): Read => ({ value: read })
const wrong = (message: string, values?: Issue['values']): Read => ({
  wrong: values === undefined ? { message } : { message, values },
})

/** A choice comes by its words, so that what somebody chose can be read without the poll. */
const place = (item: Item, typed: string): number | undefined => {
  const found = item.choices.indexOf(typed.trim())
  return found < 0 ? undefined : found
}

function readChoice(item: Item, typed: string): Read {
  const chosen = place(item, typed)
  return chosen === undefined ? wrong('polls.issue-choice') : value([chosen])
}

function readSeveral(item: Item, typed: readonly string[]): Read {
  const chosen = [...new Set(typed.map((one) => place(item, one)))]
  const known = chosen.filter((one) => one !== undefined)
  return known.length < chosen.length ? wrong('polls.issue-choice') : value(known.toSorted((one, other) => one - other))
}

function readWords(item: Item, typed: string, lang: string): Read {
  if (item.kind === 'number') {
    const number = numberFrom(typed, lang)
    return number === undefined ? wrong('polls.issue-number') : value(number)
  }
  if (item.kind === 'yes-no')
    return typed === 'yes' || typed === 'no' ? value(typed === 'yes') : wrong('polls.issue-choice')
  if (item.kind === 'one') return readChoice(item, typed)
  return typed.length > longestText ? wrong('ui.issue-too-long', { maximum: longestText }) : value(typed)
}

function readOne(item: Item, typed: string | readonly string[] | undefined, lang: string): Read {
  if (item.kind === 'several') return readSeveral(item, [typed ?? []].flat())
  const words = typeof typed === 'string' ? typed.trim() : ''
  return words === '' ? value(null) : readWords(item, words, lang)
}

const isEmpty = (read: Value): boolean => read === null || (Array.isArray(read) && read.length === 0)

/**
 * What was typed, in the order of the items. `files`: for each item the name of the file that will answer it, kept or new;
 * undefined where there is none.
 */
export function valuesFrom(
  items: readonly Item[],
  typed: Typed,
  files: readonly (string | undefined)[],
  lang: string,
): { readonly values: readonly Value[]; readonly issues: readonly Issue[] } {
  const issues: Issue[] = []
  const values = items.map((item, index): Value => {
    const field = item.kind === 'file' ? fileField(index) : valueField(index)
    const read = item.kind === 'file' ? value(files[index] ?? null) : readOne(item, typed[valueField(index)], lang)
    if ('wrong' in read) issues.push({ field, ...read.wrong })
    else if (item.required && isEmpty(read.value)) issues.push({ field, message: `polls.issue-missing-${item.kind}` })
    return 'wrong' in read || isEmpty(read.value) ? null : read.value
  })
  if (issues.length === 0 && values.every(isEmpty)) issues.push({ field: '', message: 'polls.issue-nothing' })
  return { values, issues }
}

const written = (lang: string, number: number): string => {
  const text = String(number)
  return withPoint.includes(lang) ? text : text.replace('.', ',')
}

function typedFrom(item: Item, kept: Value, lang: string): string | readonly string[] {
  if (kept === null || item.kind === 'file') return ''
  if (Array.isArray(kept)) {
    const chosen = kept.map((chosenPlace: number) => item.choices[chosenPlace] ?? '')
    return item.kind === 'one' ? (chosen[0] ?? '') : chosen
  }
  if (typeof kept === 'boolean') return kept ? 'yes' : 'no'
  return typeof kept === 'number' ? written(lang, kept) : String(kept)
}

/** The answer as the form shows it: the reverse of `valuesFrom`. */
export const typedFromValues = (items: readonly Item[], given: readonly Value[], lang: string): Typed =>
  Object.fromEntries(items.map((item, index) => [valueField(index), typedFrom(item, given[index] ?? null, lang)]))
