// Taking away something of one's own that lets somebody in: a session, a personal token, a passkey.
import { notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { endOtherSessions, endSession, removePasskey, removeToken } from '../store.ts'

const takings = {
  session: { remove: endSession, fact: 'session.ended' },
  token: { remove: removeToken, fact: 'token.removed' },
  passkey: { remove: removePasskey, fact: 'passkey.removed' },
} as const
export type Taking = keyof typeof takings

/** Somebody else's is not found, because row-level security shows nobody else's. */
export async function takeAway(db: Db, viewer: SignedIn, what: Taking, id: number | undefined): Promise<void> {
  const { remove, fact } = takings[what]
  if (id === undefined || !(await remove(db, id))) throw notFound()
  await recordFact(db, { name: fact, actor: viewer.person, data: { [what]: id } })
}

export async function takeAwayOtherSessions(db: Db, viewer: SignedIn): Promise<void> {
  const count = await endOtherSessions(db, viewer.person.sessionId)
  if (count > 0) await recordFact(db, { name: 'session.ended', actor: viewer.person, data: { count } })
}
