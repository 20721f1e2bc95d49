// The entries as a table for spreadsheets; amounts with the point that machines read.
import { decimalOf } from '#kernel/money.ts'
import type { Cell } from '#platform/tables/csv.ts'
import { type Gain, yearOf } from './gain.ts'

const columns: Readonly<Record<string, (gain: Gain) => Cell>> = {
  year: yearOf,
  kind: ({ kind }) => kind,
  day: ({ onDay }) => onDay,
  title: ({ title }) => title,
  role: ({ role }) => role,
  place: ({ place }) => place,
  people: ({ people }) => people,
  programme: ({ programme }) => programme,
  currency: ({ cents }) => (cents === null ? null : 'EUR'),
  amount: ({ cents }) => (cents === null ? null : decimalOf(cents)),
  own_share: ({ ownCents }) => (ownCents === null ? null : decimalOf(ownCents)),
  first_year: ({ firstYear }) => firstYear,
  last_year: ({ lastYear }) => lastYear,
  addressee: ({ addressee }) => addressee,
  decided_by: ({ decidedBy }) => decidedBy,
  partner: ({ partner }) => partner?.slug ?? null,
  note: ({ note }) => note,
  link: ({ link }) => link,
  document: ({ document }) => document?.name ?? null,
  illustrative: ({ illustrative }) => (illustrative ? 'yes' : 'no'),
  recorded_by: ({ recordedBy }) => recordedBy,
  recorded_at: ({ recordedAt }) => recordedAt.toISOString(),
}

export const gainHeads = Object.keys(columns)
export const gainRow = (gain: Gain): Cell[] => Object.values(columns).map((read) => read(gain))
