// The table in which a scale is edited: from what was typed to brackets, and back.

import { regionalTag } from '#kernel/locale.ts'
import { type Cents, parseMoney } from '#kernel/money.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import type { MemberKind } from '../memberships/public.ts'
import { cellName } from './faults.ts'
import { bases, type FirstYear, firstYears, memberKinds } from './fee.ts'
import { amountOf, type DraftBracket, mostCents, mostPerThousand, type Scale } from './scale.ts'

export const columns = ['kind', 'from', 'to', 'basis', 'amount', 'minimum', 'maximum'] as const
export type Column = (typeof columns)[number]
export const mostRows = 200
const mostInhabitants = 1_000_000_000

/** A row as it is typed; `place` counts within the form. */
export type TypedRow = Readonly<Record<Column, string>> & { readonly place: number }

const textIn = (typed: Typed, name: string): string => {
  const value = typed[name] ?? ''
  return typeof value === 'string' ? value : (value[0] ?? '')
}

export const shareName = (forumId: number): string => `share-${forumId}`

/** The rows that a form holds, in the order of their numbers; others than of the three kinds are none. */
export function rowsIn(typed: Typed): TypedRow[] {
  const places = Object.keys(typed).flatMap((name) => /^kind-(\d{1,3})$/.exec(name)?.[1] ?? [])
  return places
    .map(Number)
    .sort((one, other) => one - other)
    .map((place) => ({
      place,
      ...(Object.fromEntries(columns.map((column) => [column, textIn(typed, cellName(column, place))])) as Record<
        Column,
        string
      >),
    }))
    .filter(({ kind }) => (memberKinds as readonly string[]).includes(kind))
    .slice(0, mostRows)
}

const isBlank = (row: TypedRow): boolean =>
  [row.from, row.to, row.amount, row.minimum, row.maximum].every((text) => text.trim() === '')

/** "100.001", "100 001", "100,001" → 100001. */
function readCount(text: string): number | undefined {
  const plain = text.trim()
  if (!/^(?:\d+|\d{1,3}(?:[.,\s\u00a0\u202f'’]\d{3})+)$/.test(plain)) return undefined
  const count = Number(plain.replace(/\D/g, ''))
  return count <= mostInhabitants ? count : undefined
}

const readAmount = (text: string, most: number): Cents | undefined => {
  const cents = parseMoney(text)
  return cents !== undefined && cents >= 0 && cents <= most ? cents : undefined
}

type Cell = { readonly value: number | null } | { readonly issue: Issue }
const readCell = (row: TypedRow, column: Column, issue: string, read: (text: string) => number | undefined): Cell => {
  const text = row[column].trim()
  if (text === '') return { value: null }
  const value = read(text)
  return value === undefined
    ? { issue: { field: cellName(column, row.place), message: `fees.issue-${issue}` } }
    : { value }
}
const readValue = (cell: Cell): number | null => ('value' in cell ? cell.value : null)

interface ReadRow {
  readonly bracket: DraftBracket
  readonly issues: readonly Issue[]
}
function readRow(row: TypedRow): ReadRow {
  const basis = bases.find((one) => one === row.basis) ?? 'flat'
  const money = (column: 'minimum' | 'maximum') =>
    readCell(row, column, 'amount', (text) => readAmount(text, mostCents))
  const from = readCell(row, 'from', 'count', readCount)
  const to = readCell(row, 'to', 'count', readCount)
  const amount = readCell(row, 'amount', 'amount', (text) =>
    readAmount(text, basis === 'flat' ? mostCents : mostPerThousand),
  )
  const minimum = money('minimum')
  const maximum = money('maximum')
  return {
    bracket: {
      memberKind: row.kind as MemberKind,
      from: readValue(from),
      to: readValue(to),
      basis,
      flatCents: basis === 'flat' ? readValue(amount) : null,
      perThousandCents: basis === 'per-head' ? readValue(amount) : null,
      minimumCents: readValue(minimum),
      maximumCents: readValue(maximum),
    },
    issues: [from, to, amount, minimum, maximum].flatMap((cell) => ('issue' in cell ? [cell.issue] : [])),
  }
}

export interface ReadTable {
  readonly revision: number
  readonly firstYear: FirstYear
  readonly brackets: readonly DraftBracket[]
  readonly shares: readonly { readonly forumId: number; readonly rate: number }[]
  /** What cannot be read; faults of the scale are another matter. */
  readonly issues: readonly Issue[]
}

/** By kind, then from the smallest up; a row without a lower end stays last. */
const inOrder = (one: DraftBracket, other: DraftBracket): number =>
  memberKinds.indexOf(one.memberKind) - memberKinds.indexOf(other.memberKind) ||
  (one.from ?? Number.MAX_SAFE_INTEGER) - (other.from ?? Number.MAX_SAFE_INTEGER)

function readShares(typed: Typed, forumIds: readonly number[]) {
  const cells = forumIds.map((forumId) => ({ forumId, text: textIn(typed, shareName(forumId)).replace(/%\s*$/, '') }))
  const read = cells.map(({ forumId, text }) => {
    const rate = text.trim() === '' ? 0 : parseMoney(text)
    return { forumId, rate: rate !== undefined && rate >= 0 && rate <= 10_000 ? rate : undefined }
  })
  return {
    shares: read.flatMap(({ forumId, rate }) => (rate === undefined || rate === 0 ? [] : [{ forumId, rate }])),
    issues: read.flatMap(({ forumId, rate }): Issue[] =>
      rate === undefined ? [{ field: shareName(forumId), message: 'fees.issue-share' }] : [],
    ),
  }
}

/** Rows in which nothing stands are left out; shares are read for these forums only. */
export function readTable(typed: Typed, forumIds: readonly number[]): ReadTable {
  const rows = rowsIn(typed)
    .filter((row) => !isBlank(row))
    .map(readRow)
  const { shares, issues } = readShares(typed, forumIds)
  return {
    revision: Number(/^\d{1,9}$/.exec(textIn(typed, 'revision'))?.[0] ?? 0),
    firstYear: firstYears.find((one) => one === typed['firstYear']) ?? 'full',
    brackets: rows.map(({ bracket }) => bracket).sort(inOrder),
    shares,
    issues: [...rows.flatMap((row) => row.issues), ...issues],
  }
}

const written = (lang: string, decimals: number) => {
  const format = new Intl.NumberFormat(regionalTag(lang), {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
  return (value: number | null): string => (value === null ? '' : format.format(value))
}

/** A saved draft as its form shows it, in the way the reader writes numbers. */
export function typedFrom(scale: Scale, lang: string): Typed {
  const count = written(lang, 0)
  const money = (cents: Cents | null) => written(lang, 2)(cents === null ? null : cents / 100)
  const rows = scale.brackets.flatMap((row, place): (readonly [string, string])[] =>
    Object.entries({
      ...{ kind: row.memberKind, from: count(row.from), to: count(row.to), basis: row.basis },
      ...{ amount: money(amountOf(row)), minimum: money(row.minimumCents), maximum: money(row.maximumCents) },
    }).map(([column, text]) => [cellName(column, place), text] as const),
  )
  const shares = scale.shares.map(({ forumId, rate }) => [shareName(forumId), money(rate)] as const)
  return { revision: String(scale.revision), firstYear: scale.firstYear, ...Object.fromEntries([...rows, ...shares]) }
}

/** One more row of this kind; it begins where the one before it ends. */
export function withRow(typed: Typed, kind: MemberKind): Typed {
  const rows = rowsIn(typed)
  const place = Math.max(-1, ...rows.map((row) => row.place)) + 1
  if (rows.length >= mostRows || place > 999) return typed
  const before = readCount(rows.findLast((row) => row.kind === kind)?.to ?? '')
  const from = before === undefined ? '' : String(before + 1)
  return {
    ...typed,
    [cellName('kind', place)]: kind,
    [cellName('from', place)]: from,
    [cellName('basis', place)]: 'flat',
  }
}

export const withoutRow = (typed: Typed, place: number): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => !columns.some((one) => name === cellName(one, place))))
