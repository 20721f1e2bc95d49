// A table of inhabitants held against the members: pure. Whoever is not clearly one of them is listed, nobody is guessed.
import { fold } from '#thesaurus/fold.ts'
import { type SizeClass, sizeClassOf } from '../members/public.ts'
import { isDay, parseCount } from './count.ts'

export const mostBytes = 10 * 1_048_576
/** France has 35,000 communes, and an office may take the file of all of them. */
export const mostRows = 60_000

export interface KnownMember {
  readonly id: number
  readonly slug: string
  readonly name: string
  /** In every language, and its own. */
  readonly names: readonly string[]
  readonly country: string
  readonly figures: readonly { readonly asOf: string; readonly population: number }[]
}

export interface NewFigure {
  readonly organisationId: number
  readonly asOf: string
  readonly population: number
  readonly source: string
}

export interface FigureChange extends NewFigure {
  readonly row: number
  readonly slug: string
  readonly name: string
  /** The newest figure until then. */
  readonly before: number | null
  readonly sizeBefore: SizeClass | null
  readonly size: SizeClass | null
}

export type RowProblem = 'unknown' | 'ambiguous' | 'twice' | 'population' | 'as-of'
export interface UnclearRow {
  readonly row: number
  readonly given: string
  readonly problem: RowProblem
}

export interface CheckedFigures {
  readonly total: number
  readonly changes: readonly FigureChange[]
  /** Rows that say what is known already. */
  readonly same: number
  readonly unclear: readonly UnclearRow[]
}

const columns = ['slug', 'name', 'country', 'population', 'as_of', 'year', 'source'] as const
type Column = (typeof columns)[number]

/** What statistical offices write above their columns, folded; our own names are in it. */
const heads: Readonly<Record<Column, readonly string[]>> = {
  slug: ['slug'],
  name: [
    ...[
      'name',
      'gemeinde',
      'gemeindename',
      'stadt',
      'ort',
      'commune',
      'libelle',
      'nom',
      'municipio',
      'nombre',
      'comune',
    ],
    ...[
      'denominazione',
      'nome',
      'gemeente',
      'naam',
      'municipio',
      'concelho',
      'gmina',
      'miasto',
      'nazwa',
      'city',
      'municipality',
    ],
  ],
  country: ['country', 'land', 'staat', 'pays', 'pais', 'paese', 'kraj'],
  population: [
    ...[
      'population',
      'inhabitants',
      'bevolkerung',
      'einwohner',
      'einwohnerzahl',
      'habitants',
      'poblacion',
      'habitantes',
    ],
    ...[
      'popolazione',
      'abitanti',
      'inwoners',
      'bevolking',
      'populacao',
      'populacao residente',
      'ludnosc',
      'mieszkancy',
    ],
  ],
  as_of: ['as_of', 'as of', 'stichtag', 'stand', 'date', 'fecha', 'data', 'peildatum'],
  year: ['year', 'jahr', 'annee', 'ano', 'anno', 'jaar', 'rok'],
  source: ['source', 'quelle', 'fuente', 'fonte', 'bron', 'zrodlo'],
}
/** Half a sign at the cut is no text, and the database refuses it. */
const shortened = (text: string, most: number): string => text.slice(0, most).toWellFormed()
const plain = (text: string): string => fold(text.trim()).replaceAll(/\s+/g, ' ')
const columnOf = (head: string): Column | undefined => columns.find((column) => heads[column].includes(plain(head)))

type Places = ReadonlyMap<Column, number>

/** The row with the heads: a table may have a title above it. Undefined where no row names members and their inhabitants. */
function findHeads(rows: readonly (readonly string[])[]): { readonly at: number; readonly places: Places } | undefined {
  for (const [at, row] of rows.slice(0, 20).entries()) {
    const places = new Map<Column, number>()
    for (const [index, head] of row.entries()) {
      const column = columnOf(head)
      if (column !== undefined && !places.has(column)) places.set(column, index)
    }
    if (places.has('population') && (places.has('name') || places.has('slug'))) return { at, places }
  }
  return undefined
}

/** What offices put behind a name says what kind of town it is, never which: "Köln, Stadt". */
const withoutKind = (name: string): string => name.replace(/,\s*[\p{L} -]*stadt$/iu, '')

const keyOf = (country: string, name: string): string => `${country} ${plain(name)}`

type Index = ReadonlyMap<string, ReadonlySet<KnownMember>>
function indexOf(members: readonly KnownMember[]): Index {
  const index = new Map<string, Set<KnownMember>>()
  for (const member of members)
    for (const key of new Set([`slug ${member.slug}`, ...member.names.map((name) => keyOf(member.country, name))])) {
      const there = index.get(key) ?? new Set()
      index.set(key, there.add(member))
    }
  return index
}

export interface ForAllRows {
  readonly country: string
  readonly asOf: string
  readonly source: string
}

function dayIn(year: string, asOf: string, all: ForAllRows): string | undefined {
  if (asOf !== '') return isDay(asOf) ? asOf : undefined
  if (year === '') return all.asOf
  return isDay(`${year}-12-31`) ? `${year}-12-31` : undefined
}

interface Row {
  readonly number: number
  readonly of: (column: Column) => string
}
type Judged = { readonly figure: NewFigure; readonly member: KnownMember } | { readonly problem: RowProblem }

function judge({ of }: Row, index: Index, all: ForAllRows, today: string): Judged {
  const slug = of('slug')
  const key =
    slug === '' ? keyOf((of('country') || all.country).toUpperCase(), withoutKind(of('name'))) : `slug ${slug}`
  const [member, another] = index.get(key) ?? []
  if (member === undefined) return { problem: 'unknown' }
  if (another !== undefined) return { problem: 'ambiguous' }
  const population = parseCount(of('population'))
  if (population === undefined || population < 1 || population > 100_000_000) return { problem: 'population' }
  const asOf = dayIn(of('year'), of('as_of'), all)
  if (asOf === undefined || asOf > today) return { problem: 'as-of' }
  return {
    member,
    figure: { organisationId: member.id, asOf, population, source: shortened(of('source') || all.source, 300) },
  }
}

function changeFrom(row: number, member: KnownMember, figure: NewFigure): FigureChange {
  const [newest] = [...member.figures].sort((one, other) => other.asOf.localeCompare(one.asOf))
  const before = newest?.population ?? null
  const sizes = { sizeBefore: sizeClassOf(before) ?? null, size: sizeClassOf(figure.population) ?? null }
  return { ...figure, ...sizes, row, before, slug: member.slug, name: member.name }
}

/** `rows` as the file has them; numbers of rows as a spreadsheet counts. Undefined without heads that say what is what. */
export function checkFigures(
  rows: readonly (readonly string[])[],
  members: readonly KnownMember[],
  all: ForAllRows,
  today: string,
): CheckedFigures | undefined {
  const found = findHeads(rows)
  if (found === undefined) return undefined
  const index = indexOf(members)
  const filled = rows
    .map((cells, at) => ({
      number: at + 1,
      of: (column: Column) => (cells[found.places.get(column) ?? -1] ?? '').trim(),
      cells,
    }))
    .slice(found.at + 1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const judged = filled.map((row) => ({ row, ...judge(row, index, all, today) }))
  const times = new Map<number, number>()
  for (const one of judged) if ('member' in one) times.set(one.member.id, (times.get(one.member.id) ?? 0) + 1)
  const unclear: UnclearRow[] = []
  const changes: FigureChange[] = []
  let same = 0
  for (const one of judged) {
    const problem = 'problem' in one ? one.problem : (times.get(one.member.id) ?? 0) > 1 ? 'twice' : undefined
    if (problem !== undefined || !('member' in one)) {
      const given = one.row.of('name') || one.row.of('slug')
      unclear.push({ row: one.row.number, given: shortened(given, 120), problem: problem ?? 'unknown' })
    } else if (
      one.member.figures.some(
        ({ asOf, population }) => asOf === one.figure.asOf && population === one.figure.population,
      )
    )
      same += 1
    else changes.push(changeFrom(one.row.number, one.member, one.figure))
  }
  return { total: filled.length, changes, same, unclear }
}
