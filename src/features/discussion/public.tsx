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

/** Files, replies, and "who can see this" of a contribution that the viewer was found to reach. */
export async function drawShared(c: PageVisit, contribution: Contribution): Promise<SharedParts> {
  const { t, db, viewer } = c.var
  const attachments = await listAttachments(db, contribution.id)
  const replies = await listReplies(db, contribution.id)
  const watching = isSignedIn(viewer) ? await isWatching(db, contribution.id) : undefined
  const shared = { t, viewer, contribution }
  return {
    attachments: <Files {...shared} attachments={attachments} largest={largestFile} />,
    discussion: <Discussion {...shared} replies={replies} />,
    visibility: <VisibilityNote t={t} contribution={contribution} watching={watching} />,
  }
}
