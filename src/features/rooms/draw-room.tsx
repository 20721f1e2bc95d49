// The page of a room: for those who are in it all that happens there, for all others what it is for and how one comes in.
import type { Issue, Typed } from '#kernel/outcome.ts'
import type { AnyVisit, PageVisit } from '#platform/http/visit.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import { roomPath, roomsPath } from './paths.ts'
import { mayWriteIn } from './permissions.ts'
import type { Room } from './room.ts'
import { listMembers } from './store-people.ts'
import { listPinned, listThreads } from './store-threads.ts'
import { RoomDoor } from './views/room-door.tsx'
import { RoomPage } from './views/room-page.tsx'

export const roomsCrumb = (c: AnyVisit) => ({ label: c.var.t('rooms.title'), href: roomsPath })

/** The way back from what belongs to a room; undefined for what lies in an audience without one. */
export const roomCrumbs = (c: AnyVisit, room: Room | undefined) => [
  roomsCrumb(c),
  ...(room === undefined ? [] : [{ label: room.name, href: roomPath(room.id, room.name) }]),
]

const labels = (c: AnyVisit, room: Room): string[] => room.concepts.map((slug) => conceptLabel(slug, c.var.t.lang))

/** Drawn while acting too: a sentence to the hosts that was refused comes back. */
export function drawDoor(c: AnyVisit, room: Room, typed: Typed = {}, issues: readonly Issue[] = []) {
  const { t, draw } = c.var
  return draw(
    { title: room.name, breadcrumb: [roomsCrumb(c)], status: issues.length > 0 ? 422 : 200 },
    <RoomDoor t={t} room={room} concepts={labels(c, room)} typed={typed} issues={issues} />,
  )
}

async function partsOf(c: PageVisit, room: Room) {
  const parts = c.var.features
    .flatMap((feature) => feature.rooms ?? [])
    .sort((one, other) => one.position - other.position)
  const about = { id: room.id, writable: mayWriteIn(room) }
  const drawn = await Promise.all(parts.map(async (part) => ({ place: part.place, child: await part.draw(c, about) })))
  return { main: drawn.filter(({ place }) => place === 'main'), aside: drawn.filter(({ place }) => place === 'aside') }
}

export async function drawRoom(c: PageVisit, room: Room, { page }: { readonly page: number }): Promise<Response> {
  const { t, db, draw, kinds } = c.var
  if (!room.inside) return drawDoor(c, room)
  const [threads, pinned, members, parts] = await Promise.all([
    listThreads(db, room.id, page, t.lang),
    listPinned(db, room.id, t.lang),
    listMembers(db, room.id, t.lang),
    partsOf(c, room),
  ])
  const pins = pinned.map((line) => ({ ...line, href: kinds.get(line.kind)?.path(line.id, line.title) ?? '/' }))
  return draw(
    { title: room.name, breadcrumb: [roomsCrumb(c)] },
    <RoomPage
      {...{ t, room, threads, pins, members }}
      concepts={labels(c, room)}
      main={parts.main.map(({ child }) => child)}
      aside={parts.aside.map(({ child }) => child)}
    />,
  )
}
