// Handlers of documents: bring one into a room, bring a further version, read, withdraw.
import { idFrom } from '#kernel/address.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import { largestFile } from '#platform/files/uploads.ts'
import { readForm } from '#platform/http/input.ts'
import { countTry, type Limit } from '#platform/http/limits.ts'
import { doOnce, onceMark } from '#platform/http/once.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { PageTitle } from '#ui/page/page.tsx'
import { drawShared, drawUnsent, fileEntry, readShared } from '../discussion/public.tsx'
import { findRoom, getOwnRoom, mayWriteIn, type Room, roomCrumbs, roomPath, roomsPath } from '../rooms/public.tsx'
import { addDocument, addVersion } from './actions/add-document.ts'
import { withdrawDocument } from './actions/withdraw-document.ts'
import { documentInput, versionInput } from './inputs.ts'
import { documentPath } from './paths.ts'
import { mayBringVersion } from './permissions.ts'
import { getDocument, listVersions } from './store.ts'
import type { BringRefusal, Brought } from './stored-file.ts'
import { DocumentForm, VersionForm } from './views/document-form.tsx'
import { DocumentPage } from './views/document-page.tsx'

const uploads: Limit = { name: 'documents', tries: 60, seconds: 600 }
const idOf = (c: AnyVisit): number | undefined => idFrom(c.req.param('address'))

function drawForm(c: AnyVisit, room: Room, typed: Typed, issues: readonly Issue[]) {
  const { t, draw } = c.var
  return draw(
    { title: t('documents.add'), breadcrumb: roomCrumbs(c, room), status: issues.length > 0 ? 422 : 200 },
    <DocumentForm {...{ t, room, typed, issues }} largest={largestFile} once={onceMark()} />,
  )
}

async function showForm(c: PageVisit): Promise<Response> {
  const room = await getOwnRoom(c.var.db, idOf(c), c.var.t.lang)
  if (!mayWriteIn(room)) throw forbidden()
  return drawForm(c, room, { lang: c.var.t.lang }, [])
}

const issueOf = (refusal: BringRefusal): Issue => {
  if (refusal === 'too-many-versions') return { field: 'file', message: 'documents.refusal-too-many-versions' }
  const values = { megabytes: Math.floor(largestFile / 1_048_576) }
  return { field: 'file', message: `discussion.refusal-${refusal}`, values }
}

/** The same form with the same file, sent twice by a double click. */
const once = <Value extends { readonly done: boolean }>(
  viewer: SignedIn,
  sent: readonly [about: number, typed: Typed],
  { file }: Brought,
  work: () => Promise<Value>,
): Promise<Value> => doOnce(viewer.person.id, { mark: sent[1]['once'], sent: [...sent, file?.name, file?.size] }, work)

async function add(c: ActVisit): Promise<Response> {
  const { t, asPerson, now, settings } = c.var
  const viewer = signedIn(c)
  countTry(uploads, String(viewer.person.id), now)
  const room = await asPerson((db) => findRoom(db, idOf(c) ?? 0, t.lang))
  const input = await readForm(c, documentInput)
  const words = [input.typed['title'], input.typed['summary']].filter(Boolean).join('\n\n')
  if (room === undefined || !room.inside) return drawUnsent(c, words, 404)
  if (!mayWriteIn(room)) return drawUnsent(c, words, 403)
  if (!input.valid) return drawForm(c, room, input.typed, input.issues)
  const brought = { file: input.files.get('file')?.[0], dataDir: settings.dataDir, now }
  const outcome = await once(viewer, [room.id, input.typed], brought, () =>
    addDocument(asPerson, viewer, room.id, input.value, brought),
  )
  if (outcome.done) return c.var.seeOther(documentPath(outcome.value, input.value.title), 'documents.done-added')
  if (outcome.refusal === 'gone' || outcome.refusal === 'archived') return drawUnsent(c, words, 404)
  return drawForm(c, room, input.typed, [issueOf(outcome.refusal)])
}

async function showDocument(c: PageVisit): Promise<Response> {
  const { t, db, viewer, draw } = c.var
  const id = idOf(c)
  const [document, versions, things] = await Promise.all([
    getDocument(db, id, t.lang),
    listVersions(db, id ?? 0),
    readShared(c, 'document', id ?? 0),
  ])
  const room = await findRoom(db, document.audienceId, t.lang)
  const shown = versions.map((version) => ({ ...version, file: fileEntry(t, version, things.previews) }))
  const shared = drawShared(c, document, things)
  return draw(
    { title: document.title, breadcrumb: roomCrumbs(c, room) },
    <DocumentPage
      {...{ t, viewer, document, room, shared }}
      versions={shown}
      largest={largestFile}
      once={onceMark()}
    />,
  )
}

async function bringVersion(c: ActVisit): Promise<Response> {
  const { t, asPerson, now, settings, draw } = c.var
  const viewer = signedIn(c)
  countTry(uploads, String(viewer.person.id), now)
  const document = await asPerson((db) => getDocument(db, idOf(c), t.lang))
  if (!mayBringVersion(viewer, document)) throw forbidden()
  const { id, title } = document
  const input = await readForm(c, versionInput)
  const again = (issues: readonly Issue[]) =>
    draw(
      { title: t('documents.add-version'), breadcrumb: [{ label: title, href: documentPath(id, title) }], status: 422 },
      <>
        <ErrorSummary t={t} issues={issues} />
        <PageTitle t={t} title={t('documents.add-version')} kind={title} />
        <VersionForm {...{ t, id, typed: input.typed, issues, largest: largestFile, once: onceMark() }} />
      </>,
    )
  if (!input.valid) return again(input.issues)
  const brought = { file: input.files.get('file')?.[0], dataDir: settings.dataDir, now }
  const outcome = await once(viewer, [id, input.typed], brought, () =>
    addVersion(asPerson, viewer, id, input.value.said, brought),
  )
  return outcome.done
    ? c.var.seeOther(documentPath(id, title), 'documents.done-version')
    : again([issueOf(outcome.refusal)])
}

async function withdraw(c: ActVisit): Promise<Response> {
  const document = await withdrawDocument(c.var.asPerson, signedIn(c), idOf(c), c.var.now)
  const room = await c.var.asPerson((db) => findRoom(db, document.audienceId, c.var.t.lang))
  return c.var.seeOther(room === undefined ? roomsPath : roomPath(room.id, room.name), 'documents.done-withdrawn')
}

export const routes: readonly Route[] = [
  get('/rooms/:address/documents/new', showForm),
  post('/rooms/:address/documents', add, largestFile + 1_048_576),
  get('/documents/:address', showDocument),
  post('/documents/:address/versions', bringVersion, largestFile + 1_048_576),
  post('/documents/:address/withdrawal', withdraw),
]
