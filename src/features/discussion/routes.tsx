// Replies, files, watching and "who can see this" for every kind of contribution.
import { idFrom } from '#kernel/address.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden, notFound } from '#kernel/stop.ts'
import { belongsTo, type Viewer } from '#kernel/viewer.ts'
import { fileResponse, largestFile, readStored } from '#platform/files/uploads.ts'
import { readForm } from '#platform/http/input.ts'
import { countTry, type Limit } from '#platform/http/limits.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
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
import { reply } from './actions/reply.ts'
import { setWatch } from './actions/set-watch.ts'
import { takeBackReply } from './actions/withdraw-reply.ts'
import { drawUnsent } from './draw-unsent.tsx'
import { emptyInput, replyInput } from './inputs.ts'
import { mayAttach, mayReply } from './permissions.ts'
import { namesOf } from './store.ts'
import { ReplyForm } from './views/discussion.tsx'
import { AttachForm } from './views/files.tsx'
import { type HistoryLine, VisibilityPage } from './views/visibility.tsx'
import { wordsFor } from './words.ts'

const uploads: Limit = { name: 'uploads', tries: 60, seconds: 600 }

const pathOf = (c: AnyVisit, { kind, id, title }: Pick<Contribution, 'kind' | 'id' | 'title'>): string =>
  c.var.kinds.get(kind)?.path(id, title) ?? '/'

async function reachable(
  c: AnyVisit,
  work: (path: string, thing: Contribution) => Response | Promise<Response>,
): Promise<Response> {
  const id = idFrom(c.req.param('id'))
  const thing = await c.var.database.read(c.var.key, async (db) =>
    id === undefined ? undefined : findAnyContribution(db, id, c.var.t.lang),
  )
  if (thing === undefined) throw notFound()
  return work(pathOf(c, thing), thing)
}

const replyAgain = (c: ActVisit, typed: Typed, issues: readonly Issue[]): Promise<Response> =>
  reachable(c, (path, thing) => {
    const { t, draw } = c.var
    const words = wordsFor(c, thing.kind)
    const title = t(words.field)
    const breadcrumb = [{ label: thing.title, href: path }]
    return draw(
      { title, status: 422, breadcrumb },
      <>
        <PageTitle t={t} title={title} kind={thing.title} />
        <ReplyForm t={t} words={words} contributionId={thing.id} typed={typed} issues={issues} />
      </>,
    )
  })

/** Whoever may not is told so before anything they brought is read. */
const guard = (c: ActVisit, may: (viewer: Viewer, thing: Contribution) => boolean): Promise<void> =>
  c.var.asPerson(async (db) => {
    const id = idFrom(c.req.param('id'))
    const thing = id === undefined ? undefined : await findAnyContribution(db, id, c.var.t.lang)
    if (thing === undefined) throw notFound()
    if (!may(c.var.viewer, thing)) throw forbidden()
  })

/** Closed, withdrawn or out of reach while somebody wrote: 404 or 403, with what they wrote. */
const closedFor = async (c: ActVisit): Promise<403 | 404 | undefined> => {
  const id = idFrom(c.req.param('id'))
  const thing = id === undefined ? undefined : await c.var.asPerson((db) => findAnyContribution(db, id, c.var.t.lang))
  if (thing === undefined) return 404
  return mayReply(c.var.viewer, thing) ? undefined : 403
}

async function giveReply(c: ActVisit): Promise<Response> {
  const input = await readForm(c, replyInput)
  const closed = await closedFor(c)
  if (closed !== undefined) return drawUnsent(c, String(input.typed['text'] ?? ''), closed)
  if (!input.valid) return replyAgain(c, input.typed, input.issues)
  const { contribution, replyId } = await reply(c.var.asPerson, signedIn(c), idFrom(c.req.param('id')), input.value)
  return c.var.seeOther(`${pathOf(c, contribution)}#reply-${replyId}`, 'discussion.done-replied')
}

async function withdrawReply(c: ActVisit): Promise<Response> {
  const contribution = await takeBackReply(c.var.asPerson, signedIn(c), idFrom(c.req.param('id')), c.var.now)
  return c.var.seeOther(`${pathOf(c, contribution)}#replies`, 'discussion.done-taken-back')
}

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
  if (!belongsTo(viewer, thing.organisationId)) return []
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
  post('/contributions/:id/replies', giveReply),
  post('/replies/:id/withdrawal', withdrawReply),
  post('/replies/:id/reading', doneWith),
  post('/contributions/:id/attachments', attach, 5 * largestFile),
  post('/attachments/:id/removal', detach),
  get('/attachments/:id/:name', serveAttachment),
  post('/contributions/:id/watch', watching(true)),
  post('/contributions/:id/watch/end', watching(false)),
  get('/contributions/:id/visibility', showVisibility),
]
