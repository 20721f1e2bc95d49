// A value of an answer in the reader's words; numbers stay numbers, a file is its name.
import type { Translate } from '#kernel/locale.ts'
import type { Item, Value } from './poll.ts'

const chosen = ({ choices }: Item, places: readonly number[]): string =>
  places.map((place) => choices[place] ?? '').join('; ')

export function writtenValue(t: Translate, item: Item, value: Value): string | number | null {
  if (typeof value === 'boolean') return t(value ? 'polls.value-yes' : 'polls.value-no')
  if (typeof value === 'number' || typeof value === 'string' || value === null) return value
  return chosen(item, value)
}

/** What stands above a column of values: "How many posts? (per 1,000 inhabitants)". */
export const headOf = (t: Translate, { words, unit }: Item): string =>
  unit === '' ? words : t('polls.words-with-unit', { words, unit })
