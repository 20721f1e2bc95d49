// The moment of signing in, the same for every way: a new session, its cookie, and on to where the person was going.
import { isSignedIn } from '#kernel/viewer.ts'
import { cookie, giveCookie } from '#platform/http/cookies.ts'
import type { ActVisit } from '#platform/http/visit.ts'
import { deviceFrom, sessionSeconds, type WayIn } from './account.ts'
import { localPath } from './paths.ts'
import { endSession } from './store.ts'
import { beginSession } from './store-before-sign-in.ts'

/** Gives the new session's cookie; false for somebody who has left meanwhile. A session this browser had before ends. */
export async function arrive(c: ActVisit, personId: number, way: WayIn): Promise<boolean> {
  const device = deviceFrom(c.req.header('user-agent'))
  const token = await beginSession(c.var.database.system, personId, c.var.now, { way, device })
  if (token === undefined) return false
  const viewer = c.var.viewer
  const before = isSignedIn(viewer) ? viewer.person.sessionId : null
  if (before !== null) await c.var.asPerson((db) => endSession(db, before))
  giveCookie(c, c.var.settings, 'session', token, sessionSeconds)
  if (cookie(c, c.var.settings, 'challenge') !== undefined) giveCookie(c, c.var.settings, 'challenge', '', 0)
  return true
}

/** Where a signed-in person goes: the local path they wished for, else home. */
export const onward = (c: ActVisit, next: string | undefined): Response => c.var.seeOther(localPath(next))
