// The front door: what a kind of contribution draws on its page without knowing how.
import type { Child } from 'hono/jsx'
import type { Lang } from '#kernel/locale.ts'
import { isSignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import type { ContributionPart } from '#platform/feature.ts'
import { largestFile } from '#platform/files/uploads.ts'
import { onceMark } from '#platform/http/once.ts'
import type { PageVisit } from '#platform/http/visit.ts'
import type { SpokenReply } from '#platform/text-parts.ts'
import { listAttachments } from '#trunk/attachments.ts'
import { listCoAuthors } from '#trunk/co-authors.ts'
import type { Contribution } from '#trunk/contributions.ts'
import { findReply, type Reply } from '#trunk/replies.ts'
import { isWatching } from '#trunk/watching.ts'
import { linkCalls } from './mentions.ts'
import { listCalled } from './store-answers.ts'
import { listPreviews } from './store-previews.ts'
import { calledIn, readThread, type Thread } from './thread.ts'
import { Byline } from './views/byline.tsx'
import { CoAuthorQuestion, CoAuthors } from './views/co-authors.tsx'
import { Discussion } from './views/discussion.tsx'
import { Files } from './views/files.tsx'
import type { BelowReply } from './views/one-reply.tsx'
import { VisibilityNote } from './views/visibility.tsx'
import { wordsFor } from './words.ts'

export { giveReply } from './actions/give-reply.ts'
export { dropFiles, storeFiles } from './actions/store-files.ts'
export { drawUnsent } from './draw-unsent.tsx'
export { judgeReply } from './guards.ts'
export { replyInput } from './inputs.ts'
export { replyPath } from './paths.ts'
export { findSummary } from './store-summary.ts'
export { fileEntry } from './views/files.tsx'

export interface SharedParts {
  /** Which city shares it, and who wrote it; stands below the title. */
  readonly byline: Child
  readonly attachments: Child
  readonly discussion: Child
  readonly visibility: Child
  /** Who writes it together; stands aside. */
  readonly coAuthors: Child
  /** For whoever is asked to write together; stands above the text. */
  readonly question: Child
  /** What other features hand to the page of this kind, by place. */
  readonly beside: Readonly<Record<ContributionPart['place'], Child[]>>
}

async function drawBeside(
  c: PageVisit,
  thing: { readonly kind: string; readonly id: number },
): Promise<SharedParts['beside']> {
  const parts = c.var.features
    .flatMap((feature) => feature.beside ?? [])
    .filter(({ kinds }) => kinds === 'all' || kinds.includes(thing.kind))
    .sort((one, other) => one.position - other.position)
  const drawn = await Promise.all(parts.map(async (part) => ({ place: part.place, child: await part.draw(c, thing) })))
  const at = (place: ContributionPart['place']) =>
    drawn.filter((one) => one.place === place).flatMap(({ child }) => (child === undefined ? [] : [child]))
  return { below: at('below'), aside: at('aside'), tools: at('tools') }
}

/** A reply that stands, within the viewer's reach, with the names it calls as links; `written`: as the database has it. */
export async function findSpokenReply(
  db: Db,
  id: number,
  lang: Lang,
): Promise<(SpokenReply & { readonly contributionId: number; readonly written: string }) | undefined> {
  const [reply, called] = await Promise.all([findReply(db, id, lang), listCalled(db, [id])])
  if (reply === undefined || reply.withdrawn) return undefined
  const { contributionId, text: written } = reply
  return { id, contributionId, lang: reply.lang, written, text: linkCalls(written, called) }
}

/** What other features hand to the replies of this page of the thread. */
async function drawBelowReplies(c: PageVisit, contributionId: number, thread: Thread): Promise<BelowReply> {
  const spoken = thread.replies
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ id, lang, text }) => ({ id, lang, text: linkCalls(text, calledIn(thread, id)) }))
  const parts = c.var.features
    .flatMap((feature) => feature.belowReplies ?? [])
    .sort((one, other) => one.position - other.position)
  const drawn = await Promise.all(parts.map((part) => part.draw(c, contributionId, spoken)))
  return (id) => drawn.flatMap((draw) => draw?.(id) ?? [])
}

/** What the parts show, within the viewer's reach; asked together with the contribution itself. */
export async function readShared(c: PageVisit, kind: string, id: number) {
  const { db, viewer, t } = c.var
  const [attachments, previews, thread, watching, coAuthors, beside] = await Promise.all([
    listAttachments(db, id),
    listPreviews(db, id),
    readThread(c, id),
    isSignedIn(viewer) ? isWatching(db, id) : undefined,
    listCoAuthors(db, id, t.lang),
    drawBeside(c, { kind, id }),
  ])
  const below = await drawBelowReplies(c, id, thread)
  return { attachments, previews, thread, watching, coAuthors, beside, below }
}
type SharedThings = Awaited<ReturnType<typeof readShared>>

/** Files, replies, and "who can see this" of a contribution that the viewer was found to reach. `besideReply`: what its kind adds to each reply. */
export function drawShared(
  c: PageVisit,
  contribution: Contribution,
  things: SharedThings,
  besideReply?: (reply: Reply) => Child,
): SharedParts {
  const { t, viewer } = c.var
  const shared = { t, viewer, contribution }
  return {
    byline: <Byline t={t} contribution={contribution} />,
    attachments: (
      <Files {...shared} attachments={things.attachments} previews={things.previews} largest={largestFile} />
    ),
    discussion: (
      <Discussion
        {...shared}
        words={wordsFor(c, contribution.kind)}
        thread={things.thread}
        path={c.var.kinds.get(contribution.kind)?.path(contribution.id, contribution.title) ?? '/'}
        once={onceMark()}
        largest={largestFile}
        now={c.var.now}
        besideReply={besideReply}
        belowReply={things.below}
      />
    ),
    visibility: <VisibilityNote t={t} contribution={contribution} watching={things.watching} />,
    coAuthors: <CoAuthors {...shared} coAuthors={things.coAuthors} />,
    question: <CoAuthorQuestion {...shared} coAuthors={things.coAuthors} />,
    beside: things.beside,
  }
}
