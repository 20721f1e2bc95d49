// Attach files to a contribution that one may change. The bytes are stored first; the rows make them visible.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden, notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import type { StoredFile, UploadRefusal } from '#platform/files/uploads.ts'
import { createAttachment, listAttachments } from '#trunk/attachments.ts'
import { type Contribution, findAnyContribution } from '#trunk/contributions.ts'
import { recordFact } from '#trunk/facts.ts'
import { mayAttach } from '../permissions.ts'
import { mostFiles, storeFiles } from './store-files.ts'

export type AttachRefusal = UploadRefusal | 'no-file' | 'too-many-files'

async function changeable(db: Db, viewer: SignedIn, id: number | undefined): Promise<Contribution> {
  const contribution = id === undefined ? undefined : await findAnyContribution(db, id, viewer.person.lang)
  if (contribution === undefined) throw notFound()
  if (!mayAttach(viewer, contribution)) throw forbidden()
  return contribution
}

const keepRows = async (
  db: Db,
  viewer: SignedIn,
  contribution: Contribution,
  files: readonly StoredFile[],
): Promise<void> => {
  for (const file of files) await createAttachment(db, viewer.person.id, { contributionId: contribution.id, ...file })
  const reaches = contribution.state === 'published' ? { audienceId: contribution.audienceId } : {}
  await recordFact(db, { name: 'attachment.added', actor: viewer.person, contributionId: contribution.id, ...reaches })
}

export async function attachFiles(
  asPerson: AsPerson,
  viewer: SignedIn,
  contributionId: number | undefined,
  files: readonly File[],
  dataDir: string,
): Promise<Outcome<Contribution, AttachRefusal>> {
  if (files.length === 0) return refused('no-file')
  // Asked before anything is written to disk, and again in the transaction that makes it visible.
  const there = await asPerson(async (db) => {
    const contribution = await changeable(db, viewer, contributionId)
    return (await listAttachments(db, contribution.id)).length
  })
  if (there + files.length > mostFiles) return refused('too-many-files')
  const stored = await storeFiles(dataDir, files)
  if (!stored.done) return stored
  return asPerson(async (db) => {
    const contribution = await changeable(db, viewer, contributionId)
    await keepRows(db, viewer, contribution, stored.value)
    return done(contribution)
  })
}
