// Write to somebody: a thread of the two, with its first words and the files that came with them. Refused, nothing of it stays.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import type { StoredFile, UploadRefusal } from '#platform/files/uploads.ts'
import { createAttachment } from '#trunk/attachments.ts'
import { recordFact } from '#trunk/facts.ts'
import { createReply } from '#trunk/replies.ts'
import { dropFiles, storeFiles } from '../../discussion/public.tsx'
import type { MessageInput } from '../inputs.ts'
import type { Correspondent } from '../message.ts'
import { beginMessage } from '../store.ts'

const mostFiles = 5
export type WriteRefusal = 'undeliverable' | 'too-many-reply-files' | UploadRefusal
/** Its id. */
export type Written = Outcome<number, WriteRefusal>

async function write(
  db: Db,
  { person }: SignedIn,
  reader: Correspondent,
  input: MessageInput,
  files: readonly StoredFile[],
) {
  const begun = await beginMessage(db, reader.id, input)
  if (begun === undefined) return refused('undeliverable')
  const { id, audienceId } = begun
  const replyId = await createReply(db, person, { contributionId: id, text: input.text, lang: input.lang })
  for (const file of files) await createAttachment(db, person.id, { contributionId: id, replyId, ...file })
  const about = { actor: person, contributionId: id, audienceId }
  await recordFact(db, { name: 'message.sent', ...about })
  if (files.length > 0) await recordFact(db, { name: 'attachment.added', ...about, data: { reply: replyId } })
  return done(id)
}

/** The bytes first: the rows make them visible. */
export async function writeMessage(
  asPerson: AsPerson,
  viewer: SignedIn,
  reader: Correspondent,
  input: MessageInput,
  { files, dataDir }: { readonly files: readonly File[]; readonly dataDir: string },
): Promise<Written> {
  if (files.length > mostFiles) return refused('too-many-reply-files')
  const stored = await storeFiles(dataDir, files)
  if (!stored.done) return stored
  let kept = false
  try {
    const written: Written = await asPerson((db) => write(db, viewer, reader, input, stored.value))
    kept = written.done
    return written
  } finally {
    if (!kept) await dropFiles(dataDir, stored.value)
  }
}
