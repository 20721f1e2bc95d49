// Bring a document into a room, and a further version of one. The bytes are stored first; the rows make them visible.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import type { StoredFile } from '#platform/files/uploads.ts'
import { createAttachment } from '#trunk/attachments.ts'
import { createContribution, publishContribution } from '#trunk/contributions.ts'
import { recordFact } from '#trunk/facts.ts'
import { watch } from '#trunk/watching.ts'
import { findRoom, mayWriteIn } from '../../rooms/public.tsx'
import { mostVersions } from '../document.ts'
import type { DocumentInput } from '../inputs.ts'
import { mayBringVersion } from '../permissions.ts'
import { getDocument, insertVersion, listVersions } from '../store.ts'
import { type BringRefusal, type Brought, withStored } from '../stored-file.ts'

async function keepVersion(
  db: Db,
  viewer: SignedIn,
  about: { id: number; audienceId: number },
  stored: StoredFile,
  said: string,
) {
  const attachment = await createAttachment(db, viewer.person.id, { contributionId: about.id, ...stored })
  await insertVersion(db, about.id, attachment, said)
  const told = { actor: viewer.person, contributionId: about.id, audienceId: about.audienceId }
  await recordFact(db, { name: 'attachment.added', ...told })
}

/** Gives its id. */
export const addDocument = (
  asPerson: AsPerson,
  viewer: SignedIn,
  roomId: number,
  { title, summary, lang }: DocumentInput,
  { file, dataDir, now }: Brought,
): Promise<Outcome<number, BringRefusal>> =>
  withStored(dataDir, file, (stored) =>
    asPerson(async (db) => {
      const room = await findRoom(db, roomId, viewer.person.lang)
      if (room === undefined || !room.inside) return refused('gone')
      if (!mayWriteIn(room)) return refused('archived')
      const id = await createContribution(db, viewer.person, {
        kind: 'document',
        title,
        summary,
        lang,
        audienceId: room.id,
      })
      await publishContribution(db, id, now)
      await keepVersion(db, viewer, { id, audienceId: room.id }, stored, '')
      await watch(db, viewer.person.id, id)
      await recordFact(db, { name: 'document.added', actor: viewer.person, contributionId: id, audienceId: room.id })
      return done(id)
    }),
  )

export const addVersion = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number,
  said: string,
  { file, dataDir }: Brought,
): Promise<Outcome<number, BringRefusal>> =>
  withStored(dataDir, file, (stored) =>
    asPerson(async (db) => {
      const document = await getDocument(db, id, viewer.person.lang)
      if (!mayBringVersion(viewer, document)) throw forbidden()
      if ((await listVersions(db, id)).length >= mostVersions) return refused('too-many-versions')
      await keepVersion(db, viewer, document, stored, said)
      const { audienceId } = document
      await recordFact(db, { name: 'document.version-added', actor: viewer.person, contributionId: id, audienceId })
      return done(id)
    }),
  )
