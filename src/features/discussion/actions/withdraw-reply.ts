// Take back one's own reply: a mark stays that a reply stood there.
import { forbidden, notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { type Contribution, findAnyContribution } from '#trunk/contributions.ts'
import { recordFact } from '#trunk/facts.ts'
import { findReply, withdrawReply } from '#trunk/replies.ts'

export const takeBackReply = (
  asPerson: AsPerson,
  viewer: SignedIn,
  replyId: number | undefined,
  now: Date,
): Promise<Contribution> =>
  asPerson(async (db) => {
    const found = replyId === undefined ? undefined : await findReply(db, replyId, viewer.person.lang)
    const contribution =
      found === undefined ? undefined : await findAnyContribution(db, found.contributionId, viewer.person.lang)
    if (found === undefined || contribution === undefined) throw notFound()
    if (!found.veiled && found.authorId !== viewer.person.id) throw forbidden()
    const { audienceId } = contribution
    if (await withdrawReply(db, found.id, now))
      await recordFact(db, {
        name: 'reply.withdrawn',
        actor: viewer.person,
        contributionId: contribution.id,
        audienceId,
      })
    return contribution
  })
