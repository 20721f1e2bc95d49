// These words were looked at: proposed, or not worth it.
import { forbidden, notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { maySeeVain } from '../permissions.ts'
import { markDone } from '../store.ts'

export async function tickOff(asPerson: AsPerson, viewer: SignedIn, id: number | undefined, now: Date): Promise<void> {
  if (!maySeeVain(viewer)) throw forbidden()
  if (id === undefined || !(await asPerson((db) => markDone(db, id, now)))) throw notFound()
}
