// What a chart is told.
import type { Translate } from '#kernel/locale.ts'

export interface Series {
  readonly name: string
  /** One per category; null where nothing is known. */
  readonly values: readonly (number | null)[]
}
export interface ChartProps {
  readonly t: Translate
  readonly kind: 'bars' | 'lines'
  readonly title: string
  /** What one sees, in a sentence, for those who do not: "Rose from 3 to 12 cities between March and June." */
  readonly description?: string | undefined
  /** Head of the column of categories: "Month". */
  readonly categoryLabel: string
  readonly categories: readonly string[]
  /** At most six; told apart by colour and by pattern or label. */
  readonly series: readonly Series[]
  /** Written behind every number: "%". */
  readonly unit?: string | undefined
}
