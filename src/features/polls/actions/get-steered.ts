// A poll that this person steers, or a stop.
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { maySteerPoll } from '../permissions.ts'
import type { Poll } from '../poll.ts'
import { getPoll } from '../store.ts'

export async function getSteered(db: Db, viewer: SignedIn, id: number | undefined): Promise<Poll> {
  const poll = await getPoll(db, id, viewer.person)
  if (!maySteerPoll(viewer, poll)) throw forbidden()
  return poll
}
