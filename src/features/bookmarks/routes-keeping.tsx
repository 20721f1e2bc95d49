// Handlers of keeping: into a folder, and out of it.
import { idFrom } from '#kernel/address.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { notFound } from '#kernel/stop.ts'
import { readForm } from '#platform/http/input.ts'
import { type ActVisit, type AnyVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { type Contribution, findAnyContribution } from '#trunk/contributions.ts'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { PageTitle } from '#ui/page/page.tsx'
import { keepContribution } from './actions/keep-contribution.ts'
import { takeOut } from './actions/take-out.ts'
import { mostBookmarks, mostFolders } from './folder.ts'
import { keepInput, takeOutInput } from './inputs.ts'
import { bookmarksPath, folderPath } from './paths.ts'
import { listPlaces } from './store-bookmarks.ts'
import { KeepForm } from './views/keep-form.tsx'

const pathOf = (c: AnyVisit, { kind, id, title }: Pick<Contribution, 'kind' | 'id' | 'title'>): string =>
  c.var.kinds.get(kind)?.path(id, title) ?? bookmarksPath

/** The form on a page of its own, as it was sent. */
const keepAgain = (c: ActVisit, typed: Typed, issues: readonly Issue[]): Promise<Response> =>
  c.var.asPerson(async (db) => {
    const { t, draw } = c.var
    const id = idFrom(c.req.param('id'))
    const thing = id === undefined ? undefined : await findAnyContribution(db, id, t.lang)
    if (thing === undefined) throw notFound()
    const places = await listPlaces(db, thing.id, signedIn(c).person.id, t.lang)
    const free = places.filter(({ addedBy }) => addedBy === null)
    const title = t('bookmarks.keep-title')
    return draw(
      { title, status: 422, breadcrumb: [{ label: thing.title, href: pathOf(c, thing) }] },
      <>
        <ErrorSummary t={t} issues={issues} />
        <PageTitle t={t} title={title} kind={thing.title} />
        <KeepForm t={t} contributionId={thing.id} places={free} typed={typed} issues={issues} />
      </>,
    )
  })

async function keep(c: ActVisit): Promise<Response> {
  const { t, now, asPerson } = c.var
  const input = await readForm(c, keepInput)
  if (!input.valid) return keepAgain(c, input.typed, input.issues)
  const id = idFrom(c.req.param('id'))
  const outcome = await keepContribution(asPerson, signedIn(c), id, input.value, t('bookmarks.first-name'), now)
  if (outcome.done) return c.var.seeOther(pathOf(c, outcome.value), 'bookmarks.done-kept')
  const values = { most: outcome.refusal === 'folder-full' ? mostBookmarks : mostFolders }
  const field = outcome.refusal === 'folder-full' ? 'folder' : 'name'
  return keepAgain(c, input.typed, [{ field, message: `bookmarks.refusal-${outcome.refusal}`, values }])
}

/** Back to where the person stood; where the thing went out of reach meanwhile, to the folder. */
async function remove(c: ActVisit): Promise<Response> {
  const id = idFrom(c.req.param('id'))
  const input = await readForm(c, takeOutInput)
  if (!input.valid || id === undefined) throw notFound()
  const { contribution, from } = input.value
  const thing = await takeOut(c.var.asPerson, signedIn(c), id, contribution)
  const path = from === 'thing' && thing !== undefined ? pathOf(c, thing) : folderPath(id)
  return c.var.seeOther(path, 'bookmarks.done-taken-out')
}

export const keepingRoutes: readonly Route[] = [
  post('/contributions/:id/bookmarks', keep),
  post('/bookmarks/:id/removal', remove),
]
