// Give a reply with the files that somebody brought: the bytes first, the rows make them visible; refused, nothing stays.
import { type Outcome, refused } from '#kernel/outcome.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import type { UploadRefusal } from '#platform/files/uploads.ts'
import type { Contribution } from '#trunk/contributions.ts'
import type { ReplyInput } from '../inputs.ts'
import type { ChangeRefusal } from './change-reply.ts'
import { type ReplyRefusal, reply } from './reply.ts'
import { dropFiles, storeFiles } from './store-files.ts'

const mostFiles = 5

export type GiveRefusal = ReplyRefusal | ChangeRefusal | UploadRefusal | 'too-many-reply-files'
export type GivenReply = Outcome<{ readonly contribution: Contribution; readonly replyId: number }, GiveRefusal>

export async function giveReply(
  asPerson: AsPerson,
  viewer: SignedIn,
  contributionId: number | undefined,
  input: ReplyInput,
  files: readonly File[],
  dataDir: string,
): Promise<GivenReply> {
  if (files.length > mostFiles) return refused('too-many-reply-files')
  const stored = await storeFiles(dataDir, files)
  if (!stored.done) return stored
  let kept = false
  try {
    const outcome = await reply(asPerson, viewer, contributionId, input, stored.value)
    kept = outcome.done
    return outcome
  } finally {
    if (!kept) await dropFiles(dataDir, stored.value)
  }
}
