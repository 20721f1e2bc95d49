// Remove a file from a contribution that one may change.
import { forbidden, notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import { removeStored } from '#platform/files/uploads.ts'
import { type Attachment, deleteAttachment, findAttachment } from '#trunk/attachments.ts'
import { type Contribution, findAnyContribution, mayChange } from '#trunk/contributions.ts'
import { recordFact } from '#trunk/facts.ts'
import { findReply } from '#trunk/replies.ts'
import { mayRemoveFiles } from '../permissions.ts'

/** What a reply brought is removed by whoever wrote the reply, and by nobody else. */
async function mayRemove(
  db: Db,
  viewer: SignedIn,
  { replyId }: Attachment,
  contribution: Contribution,
): Promise<boolean> {
  if (replyId === null) return mayChange(viewer, contribution)
  const reply = await findReply(db, replyId, viewer.person.lang)
  return reply !== undefined && mayRemoveFiles(viewer, reply, contribution)
}

export async function removeAttachment(
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  dataDir: string,
): Promise<Contribution> {
  const { contribution, storedAs } = await asPerson(async (db) => {
    const attachment = id === undefined ? undefined : await findAttachment(db, id)
    const found =
      attachment === undefined
        ? undefined
        : await findAnyContribution(db, attachment.contributionId, viewer.person.lang)
    if (attachment === undefined || found === undefined) throw notFound()
    if (!(await mayRemove(db, viewer, attachment, found))) throw forbidden()
    // What the database keeps (a version of a document, a file in an archived room) keeps its bytes too.
    if (!(await deleteAttachment(db, attachment.id))) throw forbidden()
    const reaches = found.state === 'published' ? { audienceId: found.audienceId } : {}
    await recordFact(db, { name: 'attachment.removed', actor: viewer.person, contributionId: found.id, ...reaches })
    return { contribution: found, storedAs: attachment.storedAs }
  })
  await removeStored(dataDir, storedAs)
  return contribution
}
