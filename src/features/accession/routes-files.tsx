// Files: the office's list, one file for both sides, its documents, and a new address for a city that lost its mail.
import { idFrom } from '#kernel/address.ts'
import { forbidden, notFound } from '#kernel/stop.ts'
import { fileResponse, readStored } from '#platform/files/uploads.ts'
import { unkept } from '#platform/http/answers.ts'
import { type ActVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { findLatestScale } from '../fees/public.ts'
import { askForNewAddress } from './actions/send-address.ts'
import { costOf, yearOf } from './cost.ts'
import { enterPage, keyOf } from './entering.ts'
import { accessionsPath, filePath } from './paths.ts'
import { mayListAccessions, sideOf } from './permissions.ts'
import { findDocument, getAccession, listAccessions } from './store.ts'
import { AccessionList } from './views/accession-list.tsx'
import { FilePage } from './views/file-page.tsx'

async function showList(c: PageVisit): Promise<Response> {
  const { t, db, draw, viewer } = c.var
  if (!mayListAccessions(viewer)) throw forbidden()
  return draw({ title: t('accession.list') }, <AccessionList t={t} lines={await listAccessions(db)} />)
}

async function showFile(c: PageVisit): Promise<Response> {
  const { t, db, draw, viewer, now } = c.var
  const id = await enterPage(c)
  const file = await getAccession(db, id)
  const scale = await findLatestScale(db, null, yearOf(file, now))
  const breadcrumb = sideOf(viewer, file) === 'office' ? [{ label: t('accession.list'), href: accessionsPath }] : []
  const props = { t, viewer, file, cost: costOf(t, scale, file), fileKey: keyOf(c) }
  return unkept(draw({ title: file.name, breadcrumb }, <FilePage {...props} />))
}

/** The same answer whether the document never was, belongs to another file, or is out of reach. */
async function serveDocument(c: PageVisit): Promise<Response> {
  const file = await enterPage(c)
  const id = idFrom(c.req.param('document'))
  const document = id === undefined ? undefined : await findDocument(c.var.db, file, id)
  const bytes = document && (await readStored(c.var.settings.dataDir, document.storedAs))
  if (document === undefined || bytes === undefined) throw notFound()
  return fileResponse(bytes, document)
}

async function sendNewAddress(c: ActVisit): Promise<Response> {
  const id = await askForNewAddress(c.var.asPerson, signedIn(c), idFrom(c.req.param('id')))
  return c.var.seeOther(filePath(id, undefined), 'accession.done-address')
}

export const fileRoutes: readonly Route[] = [
  get(accessionsPath, showList),
  get('/accessions/:id', showFile),
  get('/accessions/:id/documents/:document', serveDocument),
  post('/accessions/:id/address', sendNewAddress),
]
