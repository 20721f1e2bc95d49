// Handlers of rooms themselves: the list, one room, founding, changing, archiving, deleting.
import type { Child } from 'hono/jsx'
import { idFrom } from '#kernel/address.ts'
import { networkAudience } from '#kernel/audience.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { readForm, readQuery } from '#platform/http/input.ts'
import { doOnce, onceMark } from '#platform/http/once.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { listAudiences } from '#trunk/audiences.ts'
import { changeRoom } from './actions/change-room.ts'
import { archiveRoom, removeRoom } from './actions/close-room.ts'
import { foundRoom } from './actions/found-room.ts'
import { drawRoom } from './draw-room.tsx'
import { pageQuery, type RoomInput, roomInput } from './inputs.ts'
import { inRoom, newRoomPath, roomPath, roomsPath } from './paths.ts'
import { mayFoundRoom, mayHost } from './permissions.ts'
import type { Room } from './room.ts'
import { getOwnRoom, getRoom, listRooms } from './store.ts'
import { RoomForm } from './views/room-form.tsx'
import { RoomList } from './views/room-list.tsx'
import { RoomMeanwhile } from './views/room-meanwhile.tsx'

const idOf = (c: AnyVisit): number | undefined => idFrom(c.req.param('address'))
const crumb = (c: AnyVisit) => ({ label: c.var.t('rooms.title'), href: roomsPath })

async function showList(c: PageVisit): Promise<Response> {
  const { t, db, viewer, draw } = c.var
  const rooms = await listRooms(db, t.lang)
  return draw({ title: t('rooms.title') }, <RoomList t={t} may={mayFoundRoom(viewer)} rooms={rooms} />)
}

async function showRoom(c: PageVisit): Promise<Response> {
  const { t, db } = c.var
  const input = readQuery(c, pageQuery)
  return drawRoom(c, await getRoom(db, idOf(c), t.lang), { page: input.valid ? input.value.page : 1 })
}

interface FormState {
  readonly typed: Typed
  readonly issues: readonly Issue[]
  readonly room?: Room
  readonly meanwhile?: Child
}

/** The form, empty or as typed; `db` is the page's or a fresh transaction of a POST that was refused. */
async function drawForm(c: AnyVisit, db: Db, { typed, issues, room, meanwhile }: FormState): Promise<Response> {
  const { t, draw } = c.var
  const audiences = (await listAudiences(db, t.lang)).filter(({ kind }) => kind === 'network' || kind === 'forum')
  const breadcrumb = [
    crumb(c),
    ...(room === undefined ? [] : [{ label: room.name, href: roomPath(room.id, room.name) }]),
  ]
  const title = t(room === undefined ? 'rooms.found' : 'rooms.change')
  return draw(
    { title, breadcrumb, status: issues.length > 0 ? 422 : 200 },
    <RoomForm {...{ t, title, typed, issues, audiences, room, meanwhile }} once={onceMark()} />,
  )
}

const typedFrom = (room: Room): Typed => ({
  ...{ name: room.name, aim: room.aim, lang: room.lang, concepts: room.concepts, entry: room.entry },
  ...{ chatham: room.chatham ? 'yes' : '', revision: String(room.revision) },
})

function showNew(c: PageVisit): Promise<Response> {
  if (!mayFoundRoom(c.var.viewer)) throw forbidden()
  const typed = { lang: c.var.t.lang, entry: 'request', listedFor: String(networkAudience) }
  return drawForm(c, c.var.db, { typed, issues: [] })
}

async function found(c: ActVisit): Promise<Response> {
  if (!mayFoundRoom(c.var.viewer)) throw forbidden()
  const input = await readForm(c, roomInput)
  const again = (issues: readonly Issue[]) => c.var.asPerson((db) => drawForm(c, db, { typed: input.typed, issues }))
  if (!input.valid) return again(input.issues)
  const viewer = signedIn(c)
  const outcome = await doOnce(viewer.person.id, { mark: input.typed['once'], sent: input.typed }, () =>
    foundRoom(c.var.asPerson, viewer, input.value),
  )
  if (!outcome.done) return again([{ field: 'listedFor', message: 'rooms.issue-listed' }])
  return c.var.seeOther(roomPath(outcome.value, input.value.name), 'rooms.done-founded')
}

async function showEdit(c: PageVisit): Promise<Response> {
  const { t, db } = c.var
  const room = await getOwnRoom(db, idOf(c), t.lang)
  if (!mayHost(room)) throw forbidden()
  return drawForm(c, db, { typed: typedFrom(room), issues: [], room })
}

const fields = { 'changed-meanwhile': '', 'never-wider': 'entry', 'rule-stays': 'chatham' } as const

async function change(c: ActVisit): Promise<Response> {
  const { t, asPerson } = c.var
  const before = await asPerson((db) => getOwnRoom(db, idOf(c), t.lang))
  if (!mayHost(before)) throw forbidden()
  const input = await readForm(c, roomInput)
  const again = (issues: readonly Issue[], beside?: RoomInput) =>
    asPerson(async (db) => {
      const room = await getOwnRoom(db, before.id, t.lang)
      if (beside === undefined) return drawForm(c, db, { typed: input.typed, issues, room })
      // What somebody else saved is in sight now: saving again is then a decision.
      const typed = { ...input.typed, revision: String(room.revision) }
      return drawForm(c, db, { typed, issues, room, meanwhile: <RoomMeanwhile t={t} theirs={room} mine={beside} /> })
    })
  if (!input.valid) return again(input.issues)
  const outcome = await changeRoom(asPerson, signedIn(c), before.id, input.value)
  if (outcome.done) return c.var.seeOther(roomPath(before.id, input.value.name), 'rooms.done-changed')
  const { refusal } = outcome
  const beside = refusal === 'changed-meanwhile' ? input.value : undefined
  return again([{ field: fields[refusal], message: `rooms.refusal-${refusal}` }], beside)
}

const archive = (archived: boolean) =>
  async function setArchive(c: ActVisit): Promise<Response> {
    const room = await archiveRoom(c.var.asPerson, signedIn(c), idOf(c), archived ? c.var.now : null)
    return c.var.seeOther(roomPath(room.id, room.name), archived ? 'rooms.done-archived' : 'rooms.done-reopened')
  }

async function remove(c: ActVisit): Promise<Response> {
  const outcome = await removeRoom(c.var.asPerson, signedIn(c), idOf(c))
  if (outcome.done) return c.var.seeOther(roomsPath, 'rooms.done-deleted')
  return c.var.seeOther(inRoom(idOf(c) ?? 0, 'members'), 'rooms.refusal-not-empty')
}

export const routes: readonly Route[] = [
  get(roomsPath, showList),
  post(roomsPath, found),
  get(newRoomPath, showNew),
  get('/rooms/:address', showRoom),
  post('/rooms/:address', change),
  get('/rooms/:address/edit', showEdit),
  post('/rooms/:address/archive', archive(true)),
  post('/rooms/:address/archive/end', archive(false)),
  post('/rooms/:address/deletion', remove),
]
