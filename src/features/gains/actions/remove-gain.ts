// Taking an entry away: it counts no longer, its document is gone, and that it was there stays in its history.
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { removeStored } from '#platform/files/uploads.ts'
import { recordFact } from '#trunk/facts.ts'
import { fieldsIn, type Gain } from '../gain.ts'
import { insertVersion } from '../store.ts'
import { getEntryToChange } from './get-entry.ts'

/** Gives the entry as it stood. */
export async function removeGain(
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  dataDir: string,
): Promise<Gain> {
  const last = await asPerson(async (db) => {
    const found = await getEntryToChange(db, viewer, id)
    const { organisationId, version } = found
    await insertVersion(db, {
      organisationId,
      follows: { id: found.id, version },
      fields: fieldsIn(found),
      document: null,
      removed: true,
      by: viewer.person.id,
    })
    const data = { gain: found.id, organisation: organisationId }
    await recordFact(db, { name: 'gain.removed', actor: viewer.person, data })
    return found
  })
  if (last.document !== null) await removeStored(dataDir, last.document.storedAs)
  return last
}
