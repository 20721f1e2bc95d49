// Handlers of folders: my folders, one of them, and what can be done with it.
import { idFrom } from '#kernel/address.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { readForm, readQuery } from '#platform/http/input.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { beginFolder } from './actions/begin-folder.ts'
import { removeFolder } from './actions/remove-folder.ts'
import { renameFolder } from './actions/rename-folder.ts'
import { shareFolder } from './actions/share-folder.ts'
import { takeOverFolder } from './actions/take-over-folder.ts'
import { listCircles } from './circles.ts'
import { mostFolders } from './folder.ts'
import { folderInput, folderQuery, shareInput } from './inputs.ts'
import { bookmarksPath, folderPath } from './paths.ts'
import { mayArrange } from './permissions.ts'
import { getFolder, listFolders } from './store.ts'
import { listBookmarks } from './store-bookmarks.ts'
import { FolderPage } from './views/folder-page.tsx'
import { FoldersPage } from './views/folders-page.tsx'

interface Again {
  readonly typed: Typed
  readonly issues: readonly Issue[]
}
const fresh: Again = { typed: {}, issues: [] }
const statusOf = ({ issues }: Again) => (issues.length > 0 ? 422 : 200)

/** `db` is the page's or a fresh transaction of a POST that was refused. */
async function drawFolders(c: AnyVisit, db: Db, again: Again): Promise<Response> {
  const { t, draw } = c.var
  const viewer = signedIn(c)
  const folders = await listFolders(db, viewer.person.id, t.lang)
  const page = { title: t('bookmarks.title'), status: statusOf(again) } as const
  return draw(page, <FoldersPage t={t} viewer={viewer} folders={folders} {...again} />)
}

async function drawFolder(c: AnyVisit, db: Db, number: number, again: Again): Promise<Response> {
  const { t, draw, kinds, settings } = c.var
  const viewer = signedIn(c)
  const folder = await getFolder(db, idFrom(c.req.param('id')), t.lang)
  const [page, circles] = await Promise.all([listBookmarks(db, folder, number, t.lang), listCircles(db, viewer)])
  const items = page.items.map((item) => {
    const kind = kinds.get(item.kind)
    return { ...item, href: kind?.path(item.contributionId, item.title) ?? '/', kindLabel: kind && t(kind.label) }
  })
  const about = { title: folder.name, breadcrumb: [{ label: t('bookmarks.title'), href: bookmarksPath }] }
  const props = { t, viewer, folder, circles, page: { ...page, items }, ...again }
  const address = `${settings.baseUrl}${folderPath(folder.id)}`
  return draw({ ...about, status: statusOf(again) }, <FolderPage address={address} {...props} />)
}

const showFolders = (c: PageVisit): Promise<Response> => drawFolders(c, c.var.db, fresh)

function showFolder(c: PageVisit): Promise<Response> {
  const input = readQuery(c, folderQuery)
  return drawFolder(c, c.var.db, input.valid ? input.value.page : 1, fresh)
}

const foldersAgain = (c: ActVisit, again: Again): Promise<Response> => c.var.asPerson((db) => drawFolders(c, db, again))
/** Whoever may not arrange it is told so, whatever they brought. */
const folderAgain = (c: ActVisit, again: Again): Promise<Response> =>
  c.var.asPerson(async (db) => {
    const folder = await getFolder(db, idFrom(c.req.param('id')), c.var.t.lang)
    if (!mayArrange(c.var.viewer, folder)) throw forbidden()
    return drawFolder(c, db, 1, again)
  })

const issueAt = (field: string, refusal: string): Issue => ({
  field,
  message: `bookmarks.refusal-${refusal}`,
  values: { most: mostFolders },
})

async function begin(c: ActVisit): Promise<Response> {
  const input = await readForm(c, folderInput)
  if (!input.valid) return foldersAgain(c, input)
  const outcome = await beginFolder(c.var.asPerson, signedIn(c), input.value.name, c.var.now)
  if (!outcome.done) return foldersAgain(c, { ...input, issues: [issueAt('name', outcome.refusal)] })
  return c.var.seeOther(folderPath(outcome.value), 'bookmarks.done-begun')
}

async function rename(c: ActVisit): Promise<Response> {
  const input = await readForm(c, folderInput)
  if (!input.valid) return folderAgain(c, input)
  const outcome = await renameFolder(c.var.asPerson, signedIn(c), idFrom(c.req.param('id')), input.value.name)
  if (!outcome.done) return folderAgain(c, { ...input, issues: [issueAt('name', outcome.refusal)] })
  return c.var.seeOther(folderPath(outcome.value), 'bookmarks.done-renamed')
}

async function share(c: ActVisit): Promise<Response> {
  const input = await readForm(c, shareInput)
  if (!input.valid) return folderAgain(c, input)
  const { audience } = input.value
  const outcome = await shareFolder(c.var.asPerson, signedIn(c), idFrom(c.req.param('id')), audience)
  if (!outcome.done) return folderAgain(c, { ...input, issues: [issueAt('audience', outcome.refusal)] })
  return c.var.seeOther(folderPath(outcome.value), `bookmarks.done-${audience === null ? 'unshared' : 'shared'}`)
}

async function takeOver(c: ActVisit): Promise<Response> {
  const id = await takeOverFolder(c.var.asPerson, signedIn(c), idFrom(c.req.param('id')))
  return c.var.seeOther(folderPath(id), 'bookmarks.done-taken-over')
}

async function remove(c: ActVisit): Promise<Response> {
  await removeFolder(c.var.asPerson, signedIn(c), idFrom(c.req.param('id')))
  return c.var.seeOther(bookmarksPath, 'bookmarks.done-deleted')
}

export const routes: readonly Route[] = [
  get(bookmarksPath, showFolders),
  post(bookmarksPath, begin),
  get('/bookmarks/:id', showFolder),
  post('/bookmarks/:id', rename),
  post('/bookmarks/:id/audience', share),
  post('/bookmarks/:id/ownership', takeOver),
  post('/bookmarks/:id/deletion', remove),
]
