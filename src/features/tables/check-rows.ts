// The dry run: each row as the practice form would judge it, and what only a table can get wrong. Nothing is written.
import { type Audience, type AudienceKind, tlpLabel } from '#kernel/audience.ts'
import { languageName, languages } from '#kernel/locale.ts'
import type { Typed } from '#kernel/outcome.ts'
import { asTyped, issuesOf } from '#platform/http/input.ts'
import { fold } from '#thesaurus/fold.ts'
import { practiceInput, type Source, sourceLines } from '../practices/public.ts'
import { type Column, columns } from './columns.ts'
import { findConcepts } from './find-concepts.ts'
import { matchHeads } from './heads.ts'
import type { Problem } from './problem.ts'
import type { Given, GivenRow } from './read-file.ts'

/** A row that may become a draft, as the practice form would send it. */
export interface GoodRow {
  readonly number: number
  readonly typed: Typed
}
export interface Checked {
  readonly good: readonly GoodRow[]
  readonly problems: readonly Problem[]
  /** How many rows have a problem of their own. */
  readonly faulty: number
}

/** What a row is judged by, apart from itself. */
export interface Around {
  readonly lang: string
  readonly audience: Audience
  /** All that reach the person. */
  readonly audiences: readonly Audience[]
  readonly organisation: { readonly name: string; readonly names: readonly string[] }
  /** Titles that the city has already. */
  readonly titles: readonly string[]
}

/** After so many nobody reads what was probably meant. */
const mostSuggested = 200

export const plainTitle = (title: string): string => fold(title.trim()).replaceAll(/\s+/g, ' ')

type Values = ReadonlyMap<string, unknown>

const isScalar = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value)
const textOf = (value: unknown): string => (isScalar(value) ? asTyped(String(value)).trim() : '')

const isSource = (value: unknown): value is Source =>
  typeof value === 'object' &&
  value !== null &&
  isScalar((value as Source).title ?? '') &&
  isScalar((value as Source).address ?? '')

const sourcesOf = (value: unknown): string =>
  Array.isArray(value)
    ? sourceLines(
        value.filter(isSource).map(({ title = '', address = '' }) => ({ title: `${title}`, address: `${address}` })),
      )
    : textOf(value)

const hasShape = ({ name }: Column, value: unknown): boolean => {
  if (value === null || value === undefined || isScalar(value)) return true
  if (!Array.isArray(value)) return false
  return name === 'concepts' ? value.every(isScalar) : name === 'sources' && value.every(isSource)
}

const codes = new Map(
  languages.flatMap((reader) => languages.map((code): [string, string] => [fold(languageName(reader, code)), code])),
)
/** "de", "DE", "German", "Deutsch". */
const languageOf = (given: string, otherwise: string): string =>
  given === '' ? otherwise : (codes.get(fold(given)) ?? given.toLowerCase())

/** Three of the labels name one audience; TLP:AMBER does not say which forum or room, TLP:RED needs names. */
const kindByLabel: Readonly<Record<string, AudienceKind>> = {
  'TLP:CLEAR': 'public',
  'TLP:GREEN': 'network',
  'TLP:AMBER+STRICT': 'organisation',
}

function audienceOf(row: number, given: string, { audience, audiences }: Around): Audience | Problem {
  const label = given.toUpperCase().replaceAll(/\s+/g, '')
  if (label === '' || label === tlpLabel(audience.kind)) return audience
  const found = audiences.find(({ kind }) => kind === kindByLabel[label])
  if (found !== undefined) return found
  const known = label === 'TLP:RED' ? 'red' : label === 'TLP:AMBER' ? 'amber' : 'unknown'
  return { row, column: 'tlp', message: `tables.problem-tlp-${known}`, values: { given: given.slice(0, 40) } }
}

function cityProblem(row: number, given: string, { organisation }: Around): Problem[] {
  if (given === '' || organisation.names.some((name) => fold(name) === fold(given))) return []
  const values = { given: given.slice(0, 80), own: organisation.name }
  return [{ row, column: 'city', message: 'tables.problem-city', values }]
}

/** The form speaks of choosing; in a table one writes. */
const inTables: Readonly<Record<string, string>> = {
  'practices.issue-evidence': 'tables.problem-evidence',
  'practices.issue-language': 'tables.problem-language',
}

function formProblems(row: number, typed: Typed): Problem[] {
  const parsed = practiceInput.safeParse(typed)
  if (parsed.success) return []
  return issuesOf(parsed.error).map(({ field, message, values }) => ({
    row,
    column: columns.find((column) => column.field === field)?.name ?? field,
    message: inTables[message] ?? message,
    ...(values === undefined ? {} : { values }),
  }))
}

const shapeProblems = (row: number, values: Values): Problem[] =>
  columns
    .filter((column) => !hasShape(column, values.get(column.name)))
    .map(({ name }) => ({ row, column: name, message: 'tables.problem-shape' }))

function checkRow(
  row: number,
  values: Values,
  around: Around,
  suggest: boolean,
): { typed: Typed; problems: Problem[] } {
  const audience = audienceOf(row, textOf(values.get('tlp')), around)
  const concepts = findConcepts(row, values.get('concepts'), suggest)
  const texts = columns.flatMap(({ name, field }) => (field === undefined ? [] : [[field, textOf(values.get(name))]]))
  const typed: Typed = {
    ...Object.fromEntries(texts),
    lang: languageOf(textOf(values.get('language')), around.lang),
    concepts: concepts.slugs,
    sources: sourcesOf(values.get('sources')),
    audience: 'id' in audience ? String(audience.id) : String(around.audience.id),
  }
  const own = [...shapeProblems(row, values), ...cityProblem(row, textOf(values.get('city')), around)]
  const reach = 'id' in audience ? [] : [audience]
  return { typed, problems: [...own, ...reach, ...formProblems(row, typed), ...concepts.problems] }
}

/** Remembers the titles that it was asked about: the second of two is told where the first stands. */
function titleJudge(titles: readonly string[]): (row: number, title: string) => Problem[] {
  const there = new Set(titles.map(plainTitle))
  const before = new Map<string, number>()
  return (row, title) => {
    const plain = plainTitle(title)
    const first = before.get(plain)
    if (plain === '') return []
    if (there.has(plain)) return [{ row, column: 'title', message: 'tables.problem-title-exists' }]
    if (first !== undefined)
      return [{ row, column: 'title', message: 'tables.problem-title-twice', values: { row: String(first) } }]
    before.set(plain, row)
    return []
  }
}

const valuesOf = ({ cells }: GivenRow, matched: ReadonlyMap<string, Column>): Values =>
  new Map([...matched].map(([head, { name }]) => [name, cells.get(head)]))

export function checkRows(given: Given, around: Around): Checked {
  const { matched, problems: ofHeads } = matchHeads(given.heads)
  const judgeTitle = titleJudge(around.titles)
  const good: GoodRow[] = []
  const problems: Problem[] = []
  let faulty = 0
  for (const row of given.rows) {
    const { typed, problems: own } = checkRow(
      row.number,
      valuesOf(row, matched),
      around,
      problems.length < mostSuggested,
    )
    const all = [...own, ...judgeTitle(row.number, String(typed['title'] ?? ''))]
    if (all.length === 0) good.push({ number: row.number, typed })
    else faulty += 1
    problems.push(...all)
  }
  return { good, problems: [...ofHeads, ...problems], faulty }
}
