// An entry that stands, for whoever writes there: within reach (else 404) and theirs to change (else 403).
import { forbidden, notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import type { Gain } from '../gain.ts'
import { mayRecordGains } from '../permissions.ts'
import { listVersions, lockEntry } from '../store.ts'

export async function getEntry(db: Db, viewer: SignedIn, id: number | undefined): Promise<Gain> {
  const last = id === undefined ? undefined : (await listVersions(db, id, viewer.person.lang)).at(-1)
  if (last === undefined || last.removed) throw notFound()
  if (!mayRecordGains(viewer)) throw forbidden()
  return last
}

/** The same for an act, which waits for another one on the same entry. */
export async function getEntryToChange(db: Db, viewer: SignedIn, id: number | undefined): Promise<Gain> {
  if (id !== undefined) await lockEntry(db, id)
  return getEntry(db, viewer, id)
}
