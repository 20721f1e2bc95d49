// The front door: what a kind of contribution draws on its page without knowing how.
import type { Child } from 'hono/jsx'
import { isSignedIn } from '#kernel/viewer.ts'
import { largestFile } from '#platform/files/uploads.ts'
import type { PageVisit } from '#platform/http/visit.ts'
import { listAttachments } from '#trunk/attachments.ts'
import type { Contribution } from '#trunk/contributions.ts'
import { listReplies } from '#trunk/replies.ts'
import { isWatching } from '#trunk/watching.ts'
import { Discussion } from './views/discussion.tsx'
import { Files } from './views/files.tsx'
import { VisibilityNote } from './views/visibility.tsx'

export interface SharedParts {
  readonly attachments: Child
  readonly discussion: Child
  readonly visibility: Child
}

/** What the parts show, within the viewer's reach; asked together with the contribution itself. */
export async function readShared(c: PageVisit, contributionId: number) {
  const { db, viewer, t } = c.var
  const [attachments, replies, watching] = await Promise.all([
    listAttachments(db, contributionId),
    listReplies(db, contributionId, t.lang),
    isSignedIn(viewer) ? isWatching(db, contributionId) : undefined,
  ])
  return { attachments, replies, watching }
}
type SharedThings = Awaited<ReturnType<typeof readShared>>

/** Files, replies, and "who can see this" of a contribution that the viewer was found to reach. */
export function drawShared(c: PageVisit, contribution: Contribution, things: SharedThings): SharedParts {
  const { t, viewer } = c.var
  const shared = { t, viewer, contribution }
  return {
    attachments: <Files {...shared} attachments={things.attachments} largest={largestFile} />,
    discussion: <Discussion {...shared} replies={things.replies} />,
    visibility: <VisibilityNote t={t} contribution={contribution} watching={things.watching} />,
  }
}
