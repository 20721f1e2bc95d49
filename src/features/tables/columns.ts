// The columns of the table of practices, in their order; one list for export, import, template, schema and documentation.
import { type PartName, partNames } from '../practices/public.ts'

/** What may stand in a column, as the documentation says it: the end of a message key, with its number. */
export type Allowed =
  | readonly ['text', number]
  | readonly ['year' | 'evidence' | 'language' | 'concepts' | 'sources' | 'tlp' | 'city' | 'unread']

export interface Column {
  readonly name: string
  /** The field of the practice form that it fills; undefined where the export alone writes it. */
  readonly field?: string
  /** Message keys. */
  readonly label: string
  readonly about: string
  readonly allowed: Allowed
  readonly example: string
}

const partExamples: Partial<Record<PartName, string>> = {
  problem: 'Residents avoided the park after dark.',
  response: 'Once a month the office walks through the park with residents.',
  results: 'The path through the park is used again.',
  partners: 'Police\nResidents’ association',
}

const part = (name: PartName): Column => ({
  name,
  field: name,
  label: `practices.part-${name}`,
  about: `practices.hint-${name}`,
  allowed: ['text', 20_000],
  example: partExamples[name] ?? '',
})

/** Written by the export so that a row can be found again; an import leaves it unread. */
const unread = (name: string, label: string, about: string, example: string): Column => ({
  name,
  label,
  about,
  allowed: ['unread'],
  example,
})

export const columns: readonly Column[] = [
  unread('id', 'tables.column-id', 'tables.about-id', '123'),
  unread('address', 'tables.column-address', 'tables.about-address', 'https://…/practices/123'),
  { name: 'tlp', label: 'tables.column-tlp', about: 'tables.about-tlp', allowed: ['tlp'], example: 'TLP:GREEN' },
  unread('state', 'tables.column-state', 'tables.about-state', 'published'),
  { name: 'city', label: 'tables.column-city', about: 'tables.about-city', allowed: ['city'], example: 'Graz' },
  unread('country', 'practices.facet-country', 'tables.about-country', 'AT'),
  {
    name: 'title',
    field: 'title',
    label: 'practices.field-title',
    about: 'practices.hint-title',
    allowed: ['text', 200],
    example: 'Evening walks in the park',
  },
  {
    name: 'summary',
    field: 'summary',
    label: 'practices.field-summary',
    about: 'practices.hint-summary',
    allowed: ['text', 400],
    example: 'The office and residents walk together.',
  },
  {
    name: 'language',
    field: 'lang',
    label: 'practices.field-lang',
    about: 'tables.about-language',
    allowed: ['language'],
    example: 'en',
  },
  {
    name: 'concepts',
    field: 'concepts',
    label: 'practices.field-concepts',
    about: 'tables.about-concepts',
    allowed: ['concepts'],
    example: 'public-space; lighting',
  },
  unread('concept_labels', 'tables.column-concept-labels', 'tables.about-concept-labels', 'public space; lighting'),
  {
    name: 'year_start',
    field: 'yearStart',
    label: 'practices.field-year-start',
    about: 'tables.about-year-start',
    allowed: ['year'],
    example: '2019',
  },
  {
    name: 'year_end',
    field: 'yearEnd',
    label: 'practices.field-year-end',
    about: 'practices.hint-year-end',
    allowed: ['year'],
    example: '',
  },
  {
    name: 'evidence',
    field: 'evidence',
    label: 'practices.facet-evidence',
    about: 'tables.about-evidence',
    allowed: ['evidence'],
    example: '1',
  },
  ...partNames.map(part),
  {
    name: 'measured_when',
    field: 'measuredWhen',
    label: 'practices.field-measured-when',
    about: 'practices.hint-measured-when',
    allowed: ['text', 200],
    example: '',
  },
  {
    name: 'sources',
    field: 'sources',
    label: 'practices.sources',
    about: 'practices.hint-sources',
    allowed: ['sources'],
    example: 'Evaluation 2024 | https://example.org/evaluation',
  },
  unread('published', 'tables.column-published', 'tables.about-published', '2026-01-05T00:00:00.000Z'),
  unread('updated', 'practices.fact-updated', 'tables.about-updated', '2026-01-05T00:00:00.000Z'),
]

/** What an import reads: the columns of the template. */
export const givenColumns: readonly Column[] = columns.filter(({ allowed }) => allowed[0] !== 'unread')
