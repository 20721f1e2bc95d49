// The preview as a table for a spreadsheet; words for machines, since it is read again.
import type { Cents } from '#kernel/money.ts'
import type { Cell } from '#platform/tables/csv.ts'
import type { PreviewLine } from './preview.ts'

export const previewHead = [
  ...['member', 'name', 'country', 'state', 'missing', 'population', 'population_year', 'class_from', 'class_to'],
  ...['fee', 'last_year', 'difference', 'reasons', 'number'],
]

/** Euro as a number: a spreadsheet adds it up, also below zero. */
const money = (cents: Cents | null): Cell => (cents === null ? null : cents / 100)

export const previewRow = (line: PreviewLine): Cell[] => [
  ...[line.slug, line.name, line.country, line.state, line.missing.join(' ')],
  ...[line.member?.population ?? null, line.member?.populationYear ?? null],
  ...[line.fee?.bracket.from ?? null, line.fee?.bracket.to ?? null],
  ...[money(line.cents), money(line.lastCents), money((line.cents ?? 0) - (line.lastCents ?? 0))],
  ...[line.reasons.join(' '), line.invoice?.number ?? null],
]
