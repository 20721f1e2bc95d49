// Handlers of one reply: given, found on its page of the thread, changed, its earlier wordings, taken back.
import { idFrom } from '#kernel/address.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { notFound, Stop } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { largestFile } from '#platform/files/uploads.ts'
import { readForm } from '#platform/http/input.ts'
import { judgeTry } from '#platform/http/limits.ts'
import { doOnce, onceMark } from '#platform/http/once.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { type Contribution, findAnyContribution } from '#trunk/contributions.ts'
import { findReply, listWordings, type Reply } from '#trunk/replies.ts'
import { PageTitle } from '#ui/page/page.tsx'
import { changeOwnReply, getOwnReply } from './actions/change-reply.ts'
import { type GivenReply, type GiveRefusal, giveReply } from './actions/give-reply.ts'
import { takeBackReply } from './actions/withdraw-reply.ts'
import { drawUnsent } from './draw-unsent.tsx'
import { callings, guard, judgeReply, pathOf, placeOf, reachable } from './guards.ts'
import { changeReplyInput, replyInput } from './inputs.ts'
import { countCalls } from './mentions.ts'
import { replyPath } from './paths.ts'
import { mayBringFiles, mayReply } from './permissions.ts'
import { isUnderChatham } from './store.ts'
import { listCalled } from './store-answers.ts'
import { ChangeForm } from './views/change-form.tsx'
import { ReplyForm } from './views/reply-form.tsx'
import { Wordings } from './views/wordings.tsx'
import { wordsFor } from './words.ts'

const idOf = (c: AnyVisit): number | undefined => idFrom(c.req.param('id'))

const quotedIn = (c: AnyVisit, typed: Typed): Promise<Reply | undefined> =>
  c.var.database.read(c.var.key, async (db) => {
    const id = idFrom(String(typed['quote'] ?? ''))
    const quoted = id === undefined ? undefined : await findReply(db, id, c.var.t.lang)
    return quoted?.contributionId === idOf(c) && !quoted?.withdrawn ? quoted : undefined
  })

/** Without issues: the form as it was, but for what it quoted. */
const again = (c: ActVisit, typed: Typed, issues: readonly Issue[]): Promise<Response> =>
  reachable(c, async (path, thing) => {
    const { t, draw } = c.var
    const words = wordsFor(c, thing.kind)
    const title = t(words.field)
    const breadcrumb = [{ label: thing.title, href: path }]
    const form = {
      t,
      words,
      contributionId: thing.id,
      typed,
      issues,
      once: onceMark(),
      largest: mayBringFiles(thing) ? largestFile : undefined,
    }
    return draw(
      { title, status: issues.length > 0 ? 422 : 200, breadcrumb },
      <>
        <PageTitle t={t} title={title} kind={thing.title} />
        <ReplyForm {...form} quoting={await quotedIn(c, typed)} />
      </>,
    )
  })

const issueOf = (refusal: GiveRefusal): Issue => {
  const values = { megabytes: Math.floor(largestFile / 1_048_576) }
  const aboutText = /^(?:called-|quote-|changed-meanwhile$|names-itself$)/.test(refusal)
  return { field: aboutText ? 'text' : 'reply-files', message: `discussion.refusal-${refusal}`, values }
}

async function withOwnWords(c: ActVisit, stop: unknown): Promise<Response> {
  if (!(stop instanceof Stop) || (stop.status !== 404 && stop.status !== 403)) throw stop
  return drawUnsent(c, String((await readForm(c, replyInput)).typed['text'] ?? ''), stop.status)
}

async function give(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  const id = idOf(c)
  try {
    await guard(c, mayReply)
  } catch (stop) {
    return withOwnWords(c, stop)
  }
  const input = await readForm(c, replyInput)
  if (input.typed['unquote'] !== undefined) return again(c, { ...input.typed, quote: '', part: '' }, [])
  if (!input.valid) return again(c, input.typed, input.issues)
  const files = input.files.get('files') ?? []
  const tooMany = judgeReply(viewer, input.value.text, files, c.var.now)
  if (tooMany !== undefined) return again(c, input.typed, [tooMany])
  const sent = { id, ...input.typed, files: files.map(({ name, size }) => [name, size]) }
  const outcome = await doOnce<GivenReply>(viewer.person.id, { mark: input.typed['once'], sent }, () =>
    giveReply(c.var.asPerson, viewer, id, input.value, files, c.var.settings.dataDir),
  )
  if (!outcome.done) return again(c, input.typed, [issueOf(outcome.refusal)])
  const { contribution, replyId } = outcome.value
  return c.var.seeOther(placeOf(c, contribution, replyId), 'discussion.done-replied')
}

async function takeBack(c: ActVisit): Promise<Response> {
  const contribution = await takeBackReply(c.var.asPerson, signedIn(c), idOf(c), c.var.now)
  return c.var.seeOther(`${pathOf(c, contribution)}#replies`, 'discussion.done-taken-back')
}

async function getReply(c: PageVisit): Promise<{ readonly reply: Reply; readonly thing: Contribution }> {
  const { db, t } = c.var
  const id = idOf(c)
  const reply = id === undefined ? undefined : await findReply(db, id, t.lang)
  const thing = reply && (await findAnyContribution(db, reply.contributionId, t.lang))
  if (reply === undefined || thing === undefined) throw notFound()
  return { reply, thing }
}

/** From mails, quotes and lists: wherever in the thread it is by now. What was just done is said on the page itself. */
async function showInThread(c: PageVisit): Promise<Response> {
  const { reply, thing } = await getReply(c)
  return c.redirect(placeOf(c, thing, reply.id), 303)
}

async function showWordings(c: PageVisit): Promise<Response> {
  const { t, db, draw } = c.var
  const { reply, thing } = await getReply(c)
  const [earlier, called, chatham] = await Promise.all([
    listWordings(db, reply.id),
    listCalled(db, [reply.id]),
    isUnderChatham(db, thing.audienceId),
  ])
  const now = { ...reply, at: reply.editedAt ?? reply.createdAt }
  const title = t('discussion.wordings')
  return draw(
    { title, breadcrumb: [{ label: thing.title, href: pathOf(c, thing) }] },
    <div class={chatham ? 'under-chatham' : undefined}>
      <PageTitle
        t={t}
        title={title}
        kind={thing.title}
        facts={[reply.authorName, reply.organisationName].filter(Boolean).join(', ')}
      />
      <Wordings t={t} wordings={reply.withdrawn ? [] : [now, ...earlier]} called={called} back={replyPath(reply.id)} />
    </div>,
  )
}

async function drawChange(c: AnyVisit, db: Db, typed?: Typed, issues: readonly Issue[] = []): Promise<Response> {
  const { t, draw } = c.var
  const { own, contribution } = await getOwnReply(db, signedIn(c), idOf(c))
  const title = t('discussion.change-reply')
  const { id, text, lang, revision } = own
  const form = { t, action: replyPath(id), label: title, contributionId: contribution.id, back: replyPath(id) }
  return draw(
    {
      title,
      status: issues.length > 0 ? 422 : 200,
      breadcrumb: [{ label: contribution.title, href: pathOf(c, contribution) }],
    },
    <>
      <PageTitle t={t} title={title} lead={t('discussion.change-lead')} />
      <ChangeForm {...form} hidden={{ revision }} typed={typed ?? { text, lang }} issues={issues} />
    </>,
  )
}

async function change(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  const { asPerson, now } = c.var
  const { own } = await asPerson((db) => getOwnReply(db, viewer, idOf(c)))
  const input = await readForm(c, changeReplyInput)
  const showAgain = (issues: readonly Issue[]) => asPerson((db) => drawChange(c, db, input.typed, issues))
  if (!input.valid) return showAgain(input.issues)
  const worth = countCalls(input.value.text, own.text)
  const tooMany = judgeTry(callings, String(viewer.person.id), now, { field: 'text', worth })
  if (tooMany !== undefined) return showAgain([tooMany])
  const outcome = await changeOwnReply(asPerson, viewer, idOf(c), input.value, now)
  if (!outcome.done) return showAgain([issueOf(outcome.refusal)])
  const { contribution, replyId } = outcome.value
  return c.var.seeOther(placeOf(c, contribution, replyId), 'discussion.done-changed')
}

export const replyRoutes: readonly Route[] = [
  post('/contributions/:id/replies', give, 5 * largestFile),
  get('/replies/:id', showInThread),
  get('/replies/:id/wordings', showWordings),
  get('/replies/:id/edit', (c) => drawChange(c, c.var.db)),
  post('/replies/:id', change),
  post('/replies/:id/withdrawal', takeBack),
]
