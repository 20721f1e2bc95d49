// When sessions and tokens were last used: noted in memory while pages are read (a GET writes nothing), written from time to time.
import { isSignedIn, type Viewer } from '#kernel/viewer.ts'
import type { Key } from '../db/database.ts'

const noted = new Map<string, Date>()
const most = 100_000

/** Notes the key that opened the house for this viewer; one that opens nothing leaves no trace. */
export const noteUse = (key: Key, viewer: Viewer, now: Date): void => {
  if (!isSignedIn(viewer)) return
  const hash = 'session' in key ? key.session : 'token' in key && key.token
  if (hash && (noted.size < most || noted.has(hash))) noted.set(hash, now)
}

/** Hands over what was noted since the last call, by the digest of the secret, and forgets it. */
export const takeUses = (): ReadonlyMap<string, Date> => {
  const taken = new Map(noted)
  noted.clear()
  return taken
}
