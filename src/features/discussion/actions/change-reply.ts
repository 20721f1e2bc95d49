// Change one's own reply: what stood there before stays readable to whoever the reply reaches.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden, notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import { type Contribution, findAnyContribution } from '#trunk/contributions.ts'
import { recordFact } from '#trunk/facts.ts'
import { tellsWho } from '#trunk/own-names.ts'
import { changeReply, findReply, type Reply } from '#trunk/replies.ts'
import type { ChangeReplyInput } from '../inputs.ts'
import { mayChangeReply } from '../permissions.ts'
import { type CallRefusal, findCalled, keepCalled } from './call-persons.ts'

export type ChangeRefusal = CallRefusal | 'changed-meanwhile' | 'names-itself'

/** One's own reply with what it stands below; stops where it is not there, or not one's own. */
export async function getOwnReply(
  db: Db,
  viewer: SignedIn,
  id: number | undefined,
): Promise<{ readonly own: Reply; readonly contribution: Contribution }> {
  const own = id === undefined ? undefined : await findReply(db, id, viewer.person.lang)
  const contribution =
    own === undefined ? undefined : await findAnyContribution(db, own.contributionId, viewer.person.lang)
  if (own === undefined || contribution === undefined) throw notFound()
  if (!mayChangeReply(viewer, own, contribution)) throw forbidden()
  return { own, contribution }
}

/** Saved without a difference it stays as it was, and is no fact. */
export const changeOwnReply = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  input: ChangeReplyInput,
  now: Date,
): Promise<Outcome<{ contribution: Contribution; replyId: number }, ChangeRefusal>> =>
  asPerson(async (db) => {
    const { own, contribution } = await getOwnReply(db, viewer, id)
    const { text, lang, revision } = input
    const result = done({ contribution, replyId: own.id })
    if (own.text === text && own.lang === lang) return result
    if (own.veiled && (await tellsWho(db, viewer.person, text))) return refused('names-itself')
    const called = await findCalled(db, contribution.id, text)
    if (!called.done) return called
    if (!(await changeReply(db, { id: own.id, revision }, { text, lang }, now))) return refused('changed-meanwhile')
    await keepCalled(db, own.id, called.value)
    const { audienceId } = contribution
    const about = { actor: viewer.person, contributionId: contribution.id, audienceId, data: { reply: own.id } }
    await recordFact(db, { name: 'reply.changed', ...about })
    return result
  })
