// Handlers of threads, and of what a room keeps in sight.
import { idFrom } from '#kernel/address.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import { readForm } from '#platform/http/input.ts'
import { doOnce, onceMark } from '#platform/http/once.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { drawShared, drawUnsent, readShared } from '../discussion/public.tsx'
import { openThread, withdrawThread } from './actions/open-thread.ts'
import { setPin } from './actions/set-pin.ts'
import { roomCrumbs } from './draw-room.tsx'
import { threadInput } from './inputs.ts'
import { roomPath, roomsPath, threadPath } from './paths.ts'
import { mayWriteIn } from './permissions.ts'
import type { Room } from './room.ts'
import { findRoom, getOwnRoom } from './store.ts'
import { getThread } from './store-threads.ts'
import { ThreadForm } from './views/thread-form.tsx'
import { ThreadPage } from './views/thread-page.tsx'

const idOf = (c: AnyVisit): number | undefined => idFrom(c.req.param('address'))

function drawForm(c: AnyVisit, room: Room, typed: Typed, issues: readonly Issue[]) {
  const { t, draw } = c.var
  return draw(
    { title: t('rooms.thread-open'), breadcrumb: roomCrumbs(c, room), status: issues.length > 0 ? 422 : 200 },
    <ThreadForm t={t} room={room} typed={typed} issues={issues} once={onceMark()} />,
  )
}

async function showForm(c: PageVisit): Promise<Response> {
  const room = await getOwnRoom(c.var.db, idOf(c), c.var.t.lang)
  if (!mayWriteIn(room)) throw forbidden()
  return drawForm(c, room, { lang: c.var.t.lang }, [])
}

async function open(c: ActVisit): Promise<Response> {
  const { t, asPerson, now } = c.var
  const viewer = signedIn(c)
  const input = await readForm(c, threadInput)
  const words = [input.typed['title'], input.typed['text']].filter((word) => typeof word === 'string' && word !== '')
  const unsent = (status: 403 | 404) => drawUnsent(c, words.join('\n\n'), status)
  const room = await asPerson((db) => findRoom(db, idOf(c) ?? 0, t.lang))
  if (room === undefined || !room.inside) return unsent(404)
  if (!mayWriteIn(room)) return unsent(403)
  if (!input.valid) return drawForm(c, room, input.typed, input.issues)
  const outcome = await doOnce(viewer.person.id, { mark: input.typed['once'], sent: input.typed }, () =>
    openThread(asPerson, viewer, room.id, input.value, now),
  )
  if (!outcome.done) return unsent(outcome.refusal === 'gone' ? 404 : 403)
  return c.var.seeOther(threadPath(outcome.value, input.value.title), 'rooms.done-opened')
}

async function showThread(c: PageVisit): Promise<Response> {
  const { t, db, viewer, draw } = c.var
  const id = idOf(c)
  const [thread, things] = await Promise.all([getThread(db, id, t.lang), readShared(c, 'thread', id ?? 0)])
  const room = await findRoom(db, thread.audienceId, t.lang)
  const shared = drawShared(c, thread, things)
  return draw(
    { title: thread.title, breadcrumb: roomCrumbs(c, room) },
    <ThreadPage {...{ t, viewer, thread, room, shared }} />,
  )
}

async function withdraw(c: ActVisit): Promise<Response> {
  const thread = await withdrawThread(c.var.asPerson, signedIn(c), idOf(c), c.var.now)
  const room = await c.var.asPerson((db) => findRoom(db, thread.audienceId, c.var.t.lang))
  return c.var.seeOther(room === undefined ? roomsPath : roomPath(room.id, room.name), 'rooms.done-withdrawn')
}

const pinning = (wanted: boolean) =>
  async function setPinned(c: ActVisit): Promise<Response> {
    const { id, kind, title } = await setPin(c.var.asPerson, signedIn(c), idFrom(c.req.param('id')), wanted)
    return c.var.seeOther(
      c.var.kinds.get(kind)?.path(id, title) ?? '/',
      wanted ? 'rooms.done-pinned' : 'rooms.done-unpinned',
    )
  }

export const threadRoutes: readonly Route[] = [
  get('/rooms/:address/threads/new', showForm),
  post('/rooms/:address/threads', open),
  get('/threads/:address', showThread),
  post('/threads/:address/withdrawal', withdraw),
  post('/contributions/:id/pin', pinning(true)),
  post('/contributions/:id/pin/end', pinning(false)),
]
