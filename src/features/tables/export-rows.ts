// A practice as a row of the table, and as an object of the JSON file.
import { tlpLabel } from '#kernel/audience.ts'
import type { Cell } from '#platform/tables/csv.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import { partNames, practicePath, sourceLines, type WholePractice } from '../practices/public.ts'
import { columns } from './columns.ts'
import type { PracticeRow } from './schema.ts'

const addressOf = ({ id, title }: WholePractice, baseUrl: string): string =>
  encodeURI(baseUrl + practicePath(id, title))

/** In the order of the schema; `persons` (TLP:RED) never comes here. */
export const jsonRowOf = (practice: WholePractice, baseUrl: string): PracticeRow => ({
  id: practice.id,
  address: addressOf(practice, baseUrl),
  tlp: tlpLabel(practice.audienceKind) as NonNullable<PracticeRow['tlp']>,
  state: practice.state as NonNullable<PracticeRow['state']>,
  city: practice.organisationName,
  country: practice.country,
  title: practice.title,
  summary: practice.summary,
  language: practice.lang,
  concepts: [...practice.concepts],
  year_start: practice.yearStart,
  year_end: practice.yearEnd,
  evidence: practice.evidence,
  ...(Object.fromEntries(partNames.map((name) => [name, practice[name]])) as Pick<
    PracticeRow,
    (typeof partNames)[number]
  >),
  measured_when: practice.measuredWhen,
  sources: practice.sources.map(({ title, address }) => ({ title, address })),
  published: practice.publishedAt?.toISOString() ?? null,
  updated: practice.updatedAt.toISOString(),
})

const between = '; '

/** The cells of one row, in the order of the columns; numbers are numbers, lists are words between semicolons. */
export function cellsOf(practice: WholePractice, baseUrl: string, lang: string): Cell[] {
  const row: Record<string, unknown> = {
    ...jsonRowOf(practice, baseUrl),
    concepts: practice.concepts.join(between),
    concept_labels: practice.concepts.map((slug) => conceptLabel(slug, lang)).join(between),
    sources: sourceLines(practice.sources),
  }
  return columns.map(({ name }) => {
    const value = row[name]
    return typeof value === 'number' || typeof value === 'string' ? value : null
  })
}
