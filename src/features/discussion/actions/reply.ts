// Reply to a contribution: whoever can see it may answer; the reply follows its audience, with its files, and what it quotes.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import type { StoredFile } from '#platform/files/uploads.ts'
import { createAttachment } from '#trunk/attachments.ts'
import { type Contribution, findAnyContribution } from '#trunk/contributions.ts'
import { recordFact } from '#trunk/facts.ts'
import { tellsWho } from '#trunk/own-names.ts'
import { createReply } from '#trunk/replies.ts'
import { watch } from '#trunk/watching.ts'
import type { ReplyInput } from '../inputs.ts'
import { mayBringFiles, mayReply } from '../permissions.ts'
import { insertQuote } from '../store-answers.ts'
import { forgetKeptReply } from '../store-kept.ts'
import { type CallRefusal, findCalled, keepCalled } from './call-persons.ts'
import { findQuote, type QuoteRefusal } from './find-quote.ts'

export type ReplyRefusal = CallRefusal | QuoteRefusal | 'file-tells' | 'names-itself'

async function keepFiles(
  db: Db,
  viewer: SignedIn,
  contributionId: number,
  replyId: number,
  files: readonly StoredFile[],
): Promise<void> {
  for (const file of files) await createAttachment(db, viewer.person.id, { contributionId, replyId, ...file })
}

async function tell(db: Db, { person: actor }: SignedIn, thing: Contribution, replyId: number, files: number) {
  const about = { actor, contributionId: thing.id, audienceId: thing.audienceId, data: { reply: replyId } }
  await recordFact(db, { name: 'reply.given', ...about })
  if (files > 0) await recordFact(db, { name: 'attachment.added', ...about })
}

/** Gives the contribution and the reply's id. A draft or a withdrawn thing takes no replies. */
export const reply = (
  asPerson: AsPerson,
  viewer: SignedIn,
  contributionId: number | undefined,
  input: ReplyInput,
  files: readonly StoredFile[],
): Promise<Outcome<{ contribution: Contribution; replyId: number }, ReplyRefusal>> =>
  asPerson(async (db) => {
    const contribution =
      contributionId === undefined ? undefined : await findAnyContribution(db, contributionId, viewer.person.lang)
    if (contribution === undefined || !mayReply(viewer, contribution)) throw notFound()
    if (files.length > 0 && !mayBringFiles(contribution)) return refused('file-tells')
    if (contribution.veiled && (await tellsWho(db, viewer.person, input.text))) return refused('names-itself')
    const [quote, called] = [
      await findQuote(db, contribution.id, input),
      await findCalled(db, contribution.id, input.text),
    ]
    if (!quote.done) return quote
    if (!called.done) return called
    const fresh = { contributionId: contribution.id, text: input.text, lang: input.lang }
    const replyId = await createReply(db, viewer.person, fresh)
    if (quote.value !== undefined) await insertQuote(db, replyId, quote.value.id, quote.value.part)
    await keepCalled(db, replyId, called.value)
    await keepFiles(db, viewer, contribution.id, replyId, files)
    await forgetKeptReply(db, contribution.id)
    // Whoever asks wants to hear the answer.
    await watch(db, viewer.person.id, contribution.id)
    await tell(db, viewer, contribution, replyId, files.length)
    return done({ contribution, replyId })
  })
