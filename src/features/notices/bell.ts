// The number beside the bell, and how it falls: by opening a thing its notices are read. A GET writes nothing itself; the
// note is written after its answer, in a transaction of its own, as whoever asked.
import { isSignedIn } from '#kernel/viewer.ts'
import type { PageVisit } from '#platform/http/visit.ts'
import { countUnread, isUnread, markRead, type Opened } from './store.ts'
import { hasUnreadInRoom, markReadOfRoom } from './store-of-rooms.ts'

/** What a request opened: it counts as read on its own page already. */
const opened = new WeakMap<object, Opened>()

export async function noteOpened(c: PageVisit, contributionId: number): Promise<void> {
  const { db, viewer, database, key, now } = c.var
  if (!isSignedIn(viewer) || !(await isUnread(db, contributionId))) return
  opened.set(c.req.raw, { contributionId })
  // Lost with the process it is merely unread still.
  database.write(key, (fresh) => markRead(fresh, now, contributionId)).catch(() => undefined)
}

/** What is new in a room and is no contribution is read where the room shows it. */
export async function noteRoomOpened(c: PageVisit, roomId: number): Promise<void> {
  const { db, viewer, database, key, now } = c.var
  if (!isSignedIn(viewer) || !(await hasUnreadInRoom(db, roomId))) return
  opened.set(c.req.raw, { roomId })
  database.write(key, (fresh) => markReadOfRoom(fresh, now, { roomId })).catch(() => undefined)
}

/** Things with something unread, without the one that this page shows. */
export const countForBell = (c: PageVisit): Promise<number> => countUnread(c.var.db, opened.get(c.req.raw))
