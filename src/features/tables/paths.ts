// Every address of the feature; the export keeps the query of the list.
import { type PracticeListQuery, practicesPath } from '../practices/public.ts'

export const formats = ['xlsx', 'csv', 'json'] as const
export type Format = (typeof formats)[number]

const columnsOf = ({ concept, country, language, evidence }: PracticeListQuery) => ({
  concept,
  country,
  language,
  evidence,
})

/** The filters as they stand in an address, page left out: a file has no pages. */
export const filterPairs = (query: PracticeListQuery): [string, string][] =>
  Object.entries(columnsOf(query)).flatMap(([name, values]) => values.map((value): [string, string] => [name, value]))

export const exportPath = `${practicesPath}/export`
export const filePath = (format: Format): string => `${exportPath}.${format}`
export const narrowedExportPath = (query: PracticeListQuery): string => {
  const search = new URLSearchParams(filterPairs(query)).toString()
  return search === '' ? exportPath : `${exportPath}?${search}`
}

export const templatePath = (format: Format): string => `${practicesPath}/template.${format}`
export const schemaPath = `${practicesPath}/schema`
export const jsonSchemaPath = `${schemaPath}.json`

export const importPath = `${practicesPath}/import`
export const runPath = (id: number): string => `${importPath}/${id}`
export const draftsPath = (id: number): string => `${runPath(id)}/drafts`
export const removalPath = (id: number): string => `${runPath(id)}/removal`
