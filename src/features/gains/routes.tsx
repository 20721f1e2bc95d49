// Handlers that show: the entries of one organisation by year, one entry with its history, its document, and all as a table.
import { idFrom } from '#kernel/address.ts'
import { notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { fileResponse, readStored } from '#platform/files/uploads.ts'
import { unkept } from '#platform/http/answers.ts'
import { readQuery } from '#platform/http/input.ts'
import { get, type PageVisit, type Route, signedIn } from '#platform/http/visit.ts'
import { type TableFormat, tableFile, tableMediaTypes } from '#platform/tables/table-file.ts'
import { gainHeads, gainRow } from './export.ts'
import type { Gain } from './gain.ts'
import { placeQuery } from './inputs.ts'
import { gainsOf, gainsPath } from './paths.ts'
import { mayRecordGains } from './permissions.ts'
import { writingRoutes } from './routes-writing.tsx'
import { findPlace, type GainPlace, listGains, listVersions } from './store.ts'
import { GainPage } from './views/gain-page.tsx'
import { GainsPage } from './views/gains-page.tsx'

/** The organisation asked for, within reach; without one the viewer's own. */
async function getPlace(db: Db, { person }: SignedIn, slug: string | undefined): Promise<GainPlace> {
  const found = await findPlace(db, { slug: slug ?? person.organisationSlug }, person.organisationId, person.lang)
  if (found === undefined) throw notFound()
  return found
}

async function asked(c: PageVisit): Promise<{ place: GainPlace; gains: readonly Gain[] }> {
  const { db, t } = c.var
  const query = readQuery(c, placeQuery)
  const place = await getPlace(db, signedIn(c), query.valid ? query.value.organisation : undefined)
  return { place, gains: await listGains(db, place.id, t.lang) }
}

async function showGains(c: PageVisit): Promise<Response> {
  const { t, viewer, draw } = c.var
  const props = { ...(await asked(c)), writes: mayRecordGains(viewer) }
  return unkept(draw({ title: `${t('gains.title')}: ${props.place.name}` }, <GainsPage t={t} {...props} />))
}

const showFile = (format: TableFormat) =>
  async function serveFile(c: PageVisit): Promise<Response> {
    const { gains, place } = await asked(c)
    return c.body(await tableFile(format, c.var.t('gains.title'), gainHeads, gains.map(gainRow)), 200, {
      'content-type': tableMediaTypes[format],
      'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename="gains-${place.slug}.${format}"`,
    })
  }

/** All versions, the last one last; of what was removed too, which shows that it was. */
async function getVersions(c: PageVisit): Promise<readonly [...Gain[], Gain]> {
  const id = idFrom(c.req.param('id'))
  const versions = id === undefined ? [] : await listVersions(c.var.db, id, c.var.t.lang)
  const last = versions.at(-1)
  if (last === undefined) throw notFound()
  return [...versions.slice(0, -1), last]
}

async function showGain(c: PageVisit): Promise<Response> {
  const { t, db, viewer, draw } = c.var
  const versions = await getVersions(c)
  const [gain = versions[0]] = versions.slice(-1)
  const { person } = signedIn(c)
  const place = await findPlace(db, { id: gain.organisationId }, person.organisationId, t.lang)
  if (place === undefined) throw notFound()
  const page = { title: gain.title, breadcrumb: [{ label: t('gains.title'), href: gainsOf(place.slug) }] }
  const props = { gain, versions, place, writes: mayRecordGains(viewer) && !gain.removed }
  return unkept(draw(page, <GainPage t={t} {...props} />))
}

/** The same answer whether there never was a document, or it is out of reach. */
async function serveDocument(c: PageVisit): Promise<Response> {
  const document = (await getVersions(c)).at(-1)?.document ?? undefined
  const bytes = document && (await readStored(c.var.settings.dataDir, document.storedAs))
  if (document === undefined || bytes === undefined) throw notFound()
  return fileResponse(bytes, document)
}

export const routes: readonly Route[] = [
  get(gainsPath, showGains),
  get(`${gainsPath}.csv`, showFile('csv')),
  get(`${gainsPath}.xlsx`, showFile('xlsx')),
  ...writingRoutes,
  get('/my-city/gains/:id', showGain),
  get('/my-city/gains/:id/document', serveDocument),
]
