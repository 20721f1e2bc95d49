// What things of rooms are called, asked of the features that keep them, as whoever reads.
import type { Db } from '#platform/db/database.ts'
import type { Feature } from '#platform/feature.ts'
import type { RoomThing } from '#platform/page-parts.ts'
import { listRoomNotices, type RoomNotice } from './store-of-rooms.ts'

/** By `meeting 12`; what is out of reach is not among them. */
export async function findRoomThings(
  features: readonly Feature[],
  db: Db,
  items: readonly string[],
): Promise<ReadonlyMap<string, RoomThing>> {
  const found = new Map<string, RoomThing>()
  for (const { sort, list } of features.flatMap(({ roomThings = [] }) => roomThings)) {
    const ids = items.filter((item) => item.startsWith(`${sort} `)).map((item) => Number(item.slice(sort.length + 1)))
    if (ids.length > 0) for (const thing of await list(db, ids)) found.set(`${sort} ${thing.id}`, thing)
  }
  return found
}

/** More stands in the rooms themselves. */
const mostShown = 10

/** What is new in the reader's rooms, what is unread first. */
export async function listOfRooms(
  features: readonly Feature[],
  db: Db,
): Promise<(RoomNotice & { readonly thing: RoomThing })[]> {
  const notices = await listRoomNotices(db, mostShown)
  const things = await findRoomThings(
    features,
    db,
    notices.map(({ item }) => item),
  )
  return notices.flatMap((notice) => {
    const thing = things.get(notice.item)
    return thing === undefined ? [] : [{ ...notice, thing }]
  })
}
