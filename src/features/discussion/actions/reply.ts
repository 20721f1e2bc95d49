// Reply to a contribution: whoever can see it may answer; the reply follows its audience.
import { notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { type Contribution, findAnyContribution } from '#trunk/contributions.ts'
import { recordFact } from '#trunk/facts.ts'
import { createReply } from '#trunk/replies.ts'
import { watch } from '#trunk/watching.ts'
import { mayReply } from '../permissions.ts'

/** Gives the contribution and the reply's id. A draft or a withdrawn thing takes no replies. */
export const reply = (
  asPerson: AsPerson,
  viewer: SignedIn,
  contributionId: number | undefined,
  input: { readonly text: string; readonly lang: string },
): Promise<{ contribution: Contribution; replyId: number }> =>
  asPerson(async (db) => {
    const contribution =
      contributionId === undefined ? undefined : await findAnyContribution(db, contributionId, viewer.person.lang)
    if (contribution === undefined || !mayReply(viewer, contribution)) throw notFound()
    const replyId = await createReply(db, viewer.person, { contributionId: contribution.id, ...input })
    // Whoever asks wants to hear the answer.
    await watch(db, viewer.person.id, contribution.id)
    const { audienceId } = contribution
    const data = { reply: replyId }
    await recordFact(db, {
      name: 'reply.given',
      actor: viewer.person,
      contributionId: contribution.id,
      audienceId,
      data,
    })
    return { contribution, replyId }
  })
