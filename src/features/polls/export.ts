// The answers as a table to take away: one line a city, one column for each thing that was asked.

import { tlpLabel } from '#kernel/audience.ts'
import { countryName, type Translate } from '#kernel/locale.ts'
import type { Cell } from '#platform/tables/csv.ts'
import type { TableFormat } from '#platform/tables/table-file.ts'
import type { CityAnswer, Poll } from './poll.ts'
import { headOf, writtenValue } from './written-value.ts'

/** `hidden`: cities by letter, so their countries are left out. */
export const answerHeads = (t: Translate, poll: Poll, hidden: boolean): string[] => [
  t('polls.column-city'),
  ...(hidden ? [] : [t('polls.column-country')]),
  ...poll.items.map((item) => headOf(t, item)),
  t('polls.column-inside'),
  ...(poll.demonstration ? [t('polls.column-invented')] : []),
]

export const answerRow = (t: Translate, poll: Poll, answer: CityAnswer): Cell[] => [
  answer.name,
  ...(answer.country === null ? [] : [countryName(t.lang, answer.country)]),
  ...poll.items.map((item, index) => writtenValue(t, item, answer.given[index] ?? null)),
  t(answer.staysInside ? 'polls.value-yes' : 'polls.value-no'),
  ...(poll.demonstration ? [t(answer.demonstration ? 'polls.value-yes' : 'polls.value-no')] : []),
]

/** The label goes with the file: `poll-12-TLP-GREEN.csv`. */
export const answersFileName = ({ id, audienceKind }: Poll, format: TableFormat): string =>
  `poll-${id}-${tlpLabel(audienceKind).replace(/[:+]/g, '-')}.${format}`
