// Handlers of the way out: the page, the files, the empty table, and what each column means.
import { isSignedIn } from '#kernel/viewer.ts'
import { readQuery } from '#platform/http/input.ts'
import { countTry, type Limit, remoteAddress } from '#platform/http/limits.ts'
import { type AnyVisit, get, type PageVisit, type Route, signedIn } from '#platform/http/visit.ts'
import { withNarrower } from '#thesaurus/vocabulary.ts'
import { activeFilters, practiceListLists, practicesPath } from '../practices/public.ts'
import { exportStream } from './export-file.ts'
import { type ExportQuery, exportQuery } from './inputs.ts'
import {
  exportPath,
  type Format,
  filePath,
  filterPairs,
  formats,
  jsonSchemaPath,
  schemaPath,
  templatePath,
} from './paths.ts'
import { jsonSchema } from './schema.ts'
import { templateOf } from './template.ts'
import { ExportPage } from './views/export-page.tsx'
import { SchemaPage } from './views/schema-page.tsx'

const exports: Limit = { name: 'exports', tries: 60, seconds: 600 }

const mediaTypes: Record<Format, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
}

/** What it holds depends on who asks: kept by nobody on the way. */
const fileHeaders = (format: Format, name: string): Record<string, string> => ({
  'content-type': mediaTypes[format],
  'content-disposition': `attachment; filename="${name}.${format}"`,
  'cache-control': 'private, no-store',
  'x-robots-tag': 'noindex',
})

const queryOf = (c: PageVisit): ExportQuery => {
  const input = readQuery(c, exportQuery, practiceListLists)
  return input.valid ? input.value : exportQuery.parse({})
}

export const crumbs = (c: AnyVisit) => [
  { label: c.var.t('practices.title'), href: practicesPath },
  { label: c.var.t('tables.title'), href: exportPath },
]

function showExport(c: PageVisit): Response | Promise<Response> {
  const { t, viewer, draw } = c.var
  const query = queryOf(c)
  const filters = activeFilters(t, query).map(({ label, href }) => ({
    label,
    href: href.replace(practicesPath, exportPath),
  }))
  const page = { title: t('tables.title'), breadcrumb: crumbs(c).slice(0, 1) }
  return draw(page, <ExportPage t={t} viewer={viewer} filters={filters} pairs={filterPairs(query)} />)
}

const showFile = (format: Format) =>
  function serveExport(c: PageVisit): Response {
    const { t, viewer, now, database, key, settings } = c.var
    countTry(exports, isSignedIn(viewer) ? `person ${viewer.person.id}` : remoteAddress(c), now)
    const query = queryOf(c)
    const concepts = query.concept.flatMap(withNarrower)
    const filter = { query, concepts, drafts: query.drafts === 'yes' }
    const wanted = { database, key, filter, lang: t.lang, baseUrl: settings.baseUrl, title: t('practices.title') }
    const name = `practices-${now.toISOString().slice(0, 10)}`
    return c.body(exportStream(format, wanted) as globalThis.ReadableStream, 200, fileHeaders(format, name))
  }

const showTemplate = (format: Format) =>
  async function serveTemplate(c: PageVisit): Promise<Response> {
    const city = signedIn(c).person.organisationName
    const about = { sheetName: c.var.t('practices.title'), city, baseUrl: c.var.settings.baseUrl }
    return c.body(Uint8Array.from(await templateOf(format, about)), 200, fileHeaders(format, 'practices-template'))
  }

function showSchema(c: PageVisit): Response | Promise<Response> {
  const { t, draw } = c.var
  const title = t('tables.schema-title')
  const about = { title, description: t('tables.schema-lead'), canonical: schemaPath, breadcrumb: crumbs(c) }
  return draw(about, <SchemaPage t={t} />)
}

const showJsonSchema = (c: PageVisit): Response =>
  c.body(`${JSON.stringify(jsonSchema(c.var.settings.baseUrl + jsonSchemaPath), null, 2)}\n`, 200, {
    'content-type': 'application/schema+json',
    'cache-control': 'public, max-age=3600',
  })

export const exportRoutes: readonly Route[] = [
  get(exportPath, showExport),
  ...formats.map((format) => get(filePath(format), showFile(format))),
  ...formats.map((format) => get(templatePath(format), showTemplate(format))),
  get(schemaPath, showSchema),
  get(jsonSchemaPath, showJsonSchema),
]
