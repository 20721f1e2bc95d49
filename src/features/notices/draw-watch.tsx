// What notices hand to pages of things that can be watched, and to the page of every contribution.
import type { Child } from 'hono/jsx'
import { isSignedIn } from '#kernel/viewer.ts'
import type { ContributionPart } from '#platform/feature.ts'
import type { PageVisit } from '#platform/http/visit.ts'
import type { MemberPart, RoomPart } from '#platform/page-parts.ts'
import { noteOpened, noteRoomOpened } from './bell.ts'
import type { Subscription } from './notice.ts'
import { isSubscribed } from './store-subscriptions.ts'
import { WatchButton } from './views/watch-button.tsx'

/** For whoever is signed in. */
export async function drawWatch(c: PageVisit, subscription: Subscription): Promise<Child | undefined> {
  const { t, db, viewer } = c.var
  if (!isSignedIn(viewer)) return undefined
  const watching = await isSubscribed(db, subscription)
  const { pathname, search } = new URL(c.req.url)
  return <WatchButton t={t} subscription={subscription} watching={watching} from={pathname + search} />
}

export const watchMember: MemberPart = {
  name: 'notices.watch-member',
  position: 5,
  draw: (c, id) => drawWatch(c, { kind: 'organisation', ref: String(id) }),
}

export const watchRoom: RoomPart = {
  name: 'notices.watch-room',
  place: 'aside',
  position: 5,
  draw: async (c, { id }) => {
    await noteRoomOpened(c, id)
    return drawWatch(c, { kind: 'audience', ref: String(id) })
  },
}

/** Draws nothing: whoever opens a thing has read what there was to tell about it. */
export const readByOpening: ContributionPart = {
  name: 'notices.read-by-opening',
  kinds: 'all',
  place: 'below',
  position: 0,
  draw: async (c, { id }) => void (await noteOpened(c, id)),
}
