// Handlers of the meetings of a room.
import type { Child } from 'hono/jsx'
import { idFrom } from '#kernel/address.ts'
import { dayOf } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { readForm } from '#platform/http/input.ts'
import { doOnce, onceMark } from '#platform/http/once.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { drawUnsent } from '../discussion/public.tsx'
import { noteRoomOpened } from '../notices/public.ts'
import { findRoom, getOwnRoom, mayWriteIn, type Room, roomCrumbs } from '../rooms/public.tsx'
import { callOff, keepMeeting } from './actions/keep-meeting.ts'
import { type MeetingInput, meetingInput } from './inputs.ts'
import { type Meeting, networkZone, sorted } from './meeting.ts'
import { meetingsPath } from './paths.ts'
import { getMeeting, listMeetings } from './store.ts'
import { listMinutes } from './store-minutes.ts'
import { MeetingMeanwhile } from './views/meanwhile.tsx'
import { MeetingForm } from './views/meeting-form.tsx'
import { MeetingsPage } from './views/meetings-page.tsx'

export const roomOf = (c: AnyVisit): number | undefined => idFrom(c.req.param('address'))
const meetingOf = (c: AnyVisit): number | undefined => idFrom(c.req.param('meeting'))

/** A room that was closed while somebody wrote: what they typed comes back; else the room. */
export async function roomOrUnsent(c: ActVisit, words: string): Promise<Room | Response> {
  const room = await c.var.asPerson((db) => findRoom(db, roomOf(c) ?? 0, c.var.t.lang))
  if (room === undefined || !room.inside) return drawUnsent(c, words, 404)
  return mayWriteIn(room) ? room : drawUnsent(c, words, 403)
}
/** All that was typed into these fields. */
export const wordsOf = (typed: Typed, names: readonly string[]): string =>
  names
    .map((name) => typed[name])
    .filter((word) => typeof word === 'string' && word !== '')
    .join('\n\n')

async function showList(c: PageVisit): Promise<Response> {
  const { t, db, draw, now } = c.var
  const room = await getOwnRoom(db, roomOf(c), t.lang)
  const [meetings, minutes] = await Promise.all([listMeetings(db, room.id), listMinutes(db, room.id, 500)])
  await noteRoomOpened(c, room.id)
  return draw(
    { title: t('meetings.title'), breadcrumb: roomCrumbs(c, room) },
    <MeetingsPage {...{ t, room, minutes }} {...sorted(meetings, now)} />,
  )
}

interface Sent {
  readonly typed: Typed
  readonly mine: MeetingInput
}
const changedMeanwhile = 'meetings.refusal-changed-meanwhile'

interface FormState {
  readonly typed: Typed
  readonly issues: readonly Issue[]
  readonly meeting?: Meeting | undefined
  readonly meanwhile?: Child
}

function drawForm(c: AnyVisit, room: Room, { typed, issues, meeting, meanwhile }: FormState) {
  const { t, draw } = c.var
  const title = t(meeting === undefined ? 'meetings.set' : 'meetings.change')
  return draw(
    { title, breadcrumb: roomCrumbs(c, room), status: issues.length > 0 ? 422 : 200 },
    <MeetingForm {...{ t, room, title, typed, issues, meeting, meanwhile }} once={onceMark()} />,
  )
}

async function getWritable(c: AnyVisit, db: Db): Promise<Room> {
  const room = await getOwnRoom(db, roomOf(c), c.var.t.lang)
  if (!mayWriteIn(room)) throw forbidden()
  return room
}

async function showNew(c: PageVisit): Promise<Response> {
  const room = await getWritable(c, c.var.db)
  return drawForm(c, room, { typed: { day: dayOf(c.var.now), from: '10:00', zone: networkZone }, issues: [] })
}

async function showEdit(c: PageVisit): Promise<Response> {
  const room = await getWritable(c, c.var.db)
  const meeting = await getMeeting(c.var.db, room.id, meetingOf(c))
  const { title, day, from, to, zone, place, link, notes, revision } = meeting
  const typed = { title, day, from, to, zone, place, link, notes, revision: String(revision) }
  return drawForm(c, room, { typed, issues: [], meeting })
}

/** What somebody else saved is in sight: saving again is then a decision. */
async function drawBeside(c: ActVisit, room: Room, id: number | undefined, sent: Sent): Promise<Response> {
  const meeting = await c.var.asPerson((db) => getMeeting(db, room.id, id))
  const typed = { ...sent.typed, revision: String(meeting.revision) }
  const meanwhile = <MeetingMeanwhile t={c.var.t} theirs={meeting} mine={sent.mine} />
  return drawForm(c, room, { typed, issues: [{ field: '', message: changedMeanwhile }], meeting, meanwhile })
}

async function keep(c: ActVisit): Promise<Response> {
  const { asPerson } = c.var
  const viewer = signedIn(c)
  const input = await readForm(c, meetingInput)
  const room = await roomOrUnsent(c, wordsOf(input.typed, ['title', 'place', 'link', 'notes']))
  if (room instanceof Response) return room
  const id = meetingOf(c)
  const meeting = id === undefined ? undefined : await asPerson((db) => getMeeting(db, room.id, id))
  if (!input.valid) return drawForm(c, room, { typed: input.typed, issues: input.issues, meeting })
  const about = { roomId: room.id, meetingId: meeting?.id, now: c.var.now }
  const outcome = await doOnce(
    viewer.person.id,
    { mark: input.typed['once'], sent: [room.id, meeting?.id, input.typed] },
    () => keepMeeting(asPerson, viewer, about, input.value),
  )
  if (!outcome.done) return drawBeside(c, room, id, { typed: input.typed, mine: input.value })
  return c.var.seeOther(meetingsPath(room.id), 'meetings.done-meeting')
}

const cancelling = (cancelled: boolean) =>
  async function setCancelled(c: ActVisit): Promise<Response> {
    const about = { roomId: roomOf(c), meetingId: meetingOf(c), now: c.var.now }
    const room = await callOff(c.var.asPerson, signedIn(c), about, cancelled)
    return c.var.seeOther(meetingsPath(room.id), cancelled ? 'meetings.done-called-off' : 'meetings.done-meeting')
  }

export const routes: readonly Route[] = [
  get('/rooms/:address/meetings', showList),
  post('/rooms/:address/meetings', keep),
  get('/rooms/:address/meetings/new', showNew),
  get('/rooms/:address/meetings/:meeting/edit', showEdit),
  post('/rooms/:address/meetings/:meeting', keep),
  post('/rooms/:address/meetings/:meeting/cancellation', cancelling(true)),
  post('/rooms/:address/meetings/:meeting/cancellation/end', cancelling(false)),
]
