// What many answers come to, item by item: counts of choices, the middle and the range of numbers. Texts and files are read, not counted.
import type { Item, Value } from './poll.ts'

export interface Counted {
  /** `yes`, `no`, or the place of a choice. */
  readonly value: 'yes' | 'no' | number
  readonly count: number
}
export type Tally =
  | { readonly kind: 'counts'; readonly answered: number; readonly counts: readonly Counted[] }
  | {
      readonly kind: 'numbers'
      readonly answered: number
      readonly least: number
      readonly middle: number
      readonly most: number
    }
  | { readonly kind: 'words'; readonly answered: number }

const median = (sorted: readonly number[]): number => {
  const half = sorted.length / 2
  const upper = sorted[Math.floor(half)] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2
}

function ofNumbers(values: readonly number[]): Tally {
  const sorted = values.toSorted((one, other) => one - other)
  return {
    kind: 'numbers',
    answered: sorted.length,
    least: sorted[0] ?? 0,
    middle: median(sorted),
    most: sorted.at(-1) ?? 0,
  }
}

function ofChoices({ choices }: Item, given: readonly (readonly number[])[]): Tally {
  const counts = choices.map((_, value) => ({ value, count: given.filter((places) => places.includes(value)).length }))
  return { kind: 'counts', answered: given.length, counts }
}

function ofYesAndNo(given: readonly boolean[]): Tally {
  const yes = given.filter(Boolean).length
  const counts: Counted[] = [
    { value: 'yes', count: yes },
    { value: 'no', count: given.length - yes },
  ]
  return { kind: 'counts', answered: given.length, counts }
}

const isPlaces = (value: Value): value is readonly number[] => Array.isArray(value)

/** `values`: what each city gave to this item, null where it gave nothing. */
export function tallyOf(item: Item, values: readonly Value[]): Tally {
  if (item.kind === 'yes-no') return ofYesAndNo(values.filter((value) => typeof value === 'boolean'))
  if (item.kind === 'number') return ofNumbers(values.filter((value) => typeof value === 'number'))
  if (item.kind === 'one' || item.kind === 'several') return ofChoices(item, values.filter(isPlaces))
  return { kind: 'words', answered: values.filter((value) => value !== null).length }
}
