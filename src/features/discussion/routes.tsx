// Replies, files, watching and "who can see this" for every kind of contribution.
import { idFrom } from '#kernel/address.ts'
import type { Issue } from '#kernel/outcome.ts'
import { notFound } from '#kernel/stop.ts'
import { belongsTo } from '#kernel/viewer.ts'
import { fileResponse, largestFile, readStored } from '#platform/files/uploads.ts'
import { readForm } from '#platform/http/input.ts'
import { countTry } from '#platform/http/limits.ts'
import { type ActVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { findAttachment } from '#trunk/attachments.ts'
import { findAudience, listAudiencePersons } from '#trunk/audiences.ts'
import { listCoAuthors } from '#trunk/co-authors.ts'
import { type Contribution, findAnyContribution } from '#trunk/contributions.ts'
import { listFactsOf } from '#trunk/facts.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { PageTitle } from '#ui/page/page.tsx'
import { attachFiles } from './actions/attach-files.ts'
import { doneWithReply } from './actions/note-reading.ts'
import { removeAttachment } from './actions/remove-attachment.ts'
import { setWatch } from './actions/set-watch.ts'
import { guard, pathOf, reachable, uploads } from './guards.ts'
import { emptyInput } from './inputs.ts'
import { mayAttach } from './permissions.ts'
import { namesOf } from './store.ts'
import { AttachForm } from './views/files.tsx'
import { type HistoryLine, VisibilityPage } from './views/visibility.tsx'

/** Pressed on the home page, where the list is. */
async function doneWith(c: ActVisit): Promise<Response> {
  await doneWithReply(c.var.asPerson, signedIn(c), idFrom(c.req.param('id')))
  return c.var.seeOther('/', 'discussion.done-reading')
}

const attachAgain = (c: ActVisit, issues: readonly Issue[]): Promise<Response> =>
  reachable(c, (path, thing) => {
    const { t, draw } = c.var
    const title = t('discussion.attach')
    return draw(
      { title, status: 422, breadcrumb: [{ label: thing.title, href: path }] },
      <>
        <PageTitle t={t} title={title} kind={thing.title} />
        <AttachForm t={t} contributionId={thing.id} largest={largestFile} issues={issues} />
        <ButtonLink href={path}>{t('discussion.back')}</ButtonLink>
      </>,
    )
  })

async function attach(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  countTry(uploads, String(viewer.person.id), c.var.now)
  await guard(c, mayAttach)
  const { files } = await readForm(c, emptyInput)
  const brought = files.get('file') ?? []
  const outcome = await attachFiles(c.var.asPerson, viewer, idFrom(c.req.param('id')), brought, c.var.settings.dataDir)
  if (!outcome.done) {
    const values = { megabytes: Math.floor(largestFile / 1_048_576) }
    return attachAgain(c, [{ field: 'file', message: `discussion.refusal-${outcome.refusal}`, values }])
  }
  return c.var.seeOther(`${pathOf(c, outcome.value)}#files`, 'discussion.done-attached')
}

async function detach(c: ActVisit): Promise<Response> {
  const contribution = await removeAttachment(
    c.var.asPerson,
    signedIn(c),
    idFrom(c.req.param('id')),
    c.var.settings.dataDir,
  )
  return c.var.seeOther(`${pathOf(c, contribution)}#files`, 'discussion.done-removed')
}

/** The same answer whether the file never was, or is out of reach: nobody learns from the address. */
async function serveAttachment(c: PageVisit): Promise<Response> {
  const id = idFrom(c.req.param('id'))
  const attachment = id === undefined ? undefined : await findAttachment(c.var.db, id)
  const bytes = attachment && (await readStored(c.var.settings.dataDir, attachment.storedAs))
  if (attachment === undefined || bytes === undefined) throw notFound()
  return fileResponse(bytes, attachment)
}

const watching = (wanted: boolean) =>
  async function setWatching(c: ActVisit): Promise<Response> {
    const contribution = await setWatch(c.var.asPerson, signedIn(c), idFrom(c.req.param('id')), wanted)
    return c.var.seeOther(pathOf(c, contribution), wanted ? 'discussion.done-watching' : 'discussion.done-unwatching')
  }

async function historyOf(c: PageVisit, thing: Contribution): Promise<HistoryLine[]> {
  const { t, db, viewer, features } = c.var
  if (!belongsTo(viewer, thing.organisationId) && !thing.veiled) return []
  const sentences = Object.assign({}, ...features.map((feature) => feature.facts ?? {})) as Record<string, string>
  const facts = (await listFactsOf(db, thing.id)).filter((fact) => fact.name in sentences)
  const names = await namesOf(
    db,
    facts.map((fact) => fact.actorId ?? 0),
  )
  return facts.map((fact) => ({
    sentence: t(sentences[fact.name] ?? ''),
    at: fact.at,
    by: names.get(fact.actorId ?? 0),
  }))
}

async function showVisibility(c: PageVisit): Promise<Response> {
  const { t, db, draw } = c.var
  const id = idFrom(c.req.param('id'))
  const thing = id === undefined ? undefined : await findAnyContribution(db, id, c.var.t.lang)
  if (thing === undefined) throw notFound()
  const audience = await findAudience(db, thing.audienceId, t.lang)
  const coAuthors = await listCoAuthors(db, thing.id, t.lang)
  const persons = audience?.kind === 'persons' ? await listAudiencePersons(db, audience.id) : []
  const title = t('discussion.visibility')
  const history = await historyOf(c, thing)
  const props = { t, contribution: thing, audienceName: audience?.name ?? null, persons, coAuthors, history }
  return draw({ title, breadcrumb: [{ label: thing.title, href: pathOf(c, thing) }] }, <VisibilityPage {...props} />)
}

export const routes: readonly Route[] = [
  post('/replies/:id/reading', doneWith),
  post('/contributions/:id/attachments', attach, 5 * largestFile),
  post('/attachments/:id/removal', detach),
  get('/attachments/:id/:name', serveAttachment),
  post('/contributions/:id/watch', watching(true)),
  post('/contributions/:id/watch/end', watching(false)),
  get('/contributions/:id/visibility', showVisibility),
]
