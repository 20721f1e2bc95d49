// Handlers of minutes, decisions and tasks.
import type { Child } from 'hono/jsx'
import { idFrom } from '#kernel/address.ts'
import { dayOf } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { readForm, readQuery } from '#platform/http/input.ts'
import { doOnce, onceMark } from '#platform/http/once.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { getOwnRoom, listMembers, mayWriteIn, type Room, roomCrumbs, roomPath } from '../rooms/public.tsx'
import { decide, keepMinutes } from './actions/keep-minutes.ts'
import { addTask, finishTask } from './actions/keep-task.ts'
import { decisionInput, type MinutesInput, minutesInput, newMinutesQuery, taskInput } from './inputs.ts'
import type { Minutes } from './meeting.ts'
import { meetingsPath, minutesPath } from './paths.ts'
import { roomOf, roomOrUnsent, wordsOf } from './routes.tsx'
import { listMeetings, listTasksOf } from './store.ts'
import { getMinutes, listDecisions } from './store-minutes.ts'
import { MinutesMeanwhile } from './views/meanwhile.tsx'
import { MinutesForm } from './views/minutes-form.tsx'
import { MinutesPage } from './views/minutes-page.tsx'
import { TaskForm } from './views/task-form.tsx'

const minutesOf = (c: AnyVisit): number | undefined => idFrom(c.req.param('minutes'))
const crumbs = (c: AnyVisit, room: Room) => [
  ...roomCrumbs(c, room),
  { label: c.var.t('meetings.title'), href: meetingsPath(room.id) },
]

interface State {
  readonly typed?: Typed
  readonly issues?: readonly Issue[]
}

async function drawMinutes(c: AnyVisit, db: Db, { typed = {}, issues = [] }: State = {}): Promise<Response> {
  const { t, draw } = c.var
  const room = await getOwnRoom(db, roomOf(c), t.lang)
  const minutes = await getMinutes(db, room.id, minutesOf(c))
  const [decisions, tasks, members] = await Promise.all([
    listDecisions(db, room.id, minutes.id),
    listTasksOf(db, minutes.id),
    listMembers(db, room.id, t.lang),
  ])
  return draw(
    { title: minutes.title, breadcrumb: crumbs(c, room), status: issues.length > 0 ? 422 : 200 },
    <MinutesPage {...{ t, room, minutes, decisions, tasks, members, typed, issues }} once={onceMark()} />,
  )
}

interface FormState {
  readonly typed: Typed
  readonly issues: readonly Issue[]
  readonly minutes?: Minutes | undefined
  readonly meanwhile?: Child
}

async function drawForm(c: AnyVisit, db: Db, room: Room, form: FormState): Promise<Response> {
  const { t, draw } = c.var
  const meetings = await listMeetings(db, room.id)
  const { typed, issues, minutes, meanwhile } = form
  const title = t(minutes === undefined ? 'meetings.write' : 'meetings.change-minutes')
  return draw(
    { title, breadcrumb: crumbs(c, room), status: issues.length > 0 ? 422 : 200 },
    <MinutesForm {...{ t, room, title, typed, issues, minutes, meetings, meanwhile }} once={onceMark()} />,
  )
}

async function getWritable(c: AnyVisit, db: Db): Promise<Room> {
  const room = await getOwnRoom(db, roomOf(c), c.var.t.lang)
  if (!mayWriteIn(room)) throw forbidden()
  return room
}

async function showNew(c: PageVisit): Promise<Response> {
  const { db, t, now } = c.var
  const room = await getWritable(c, db)
  const query = readQuery(c, newMinutesQuery)
  const about = query.valid ? query.value.meeting : undefined
  const meeting = (await listMeetings(db, room.id)).find(({ id }) => id === about)
  const known = { title: meeting?.title ?? '', meeting: String(meeting?.id ?? ''), heldOn: meeting?.day ?? dayOf(now) }
  return drawForm(c, db, room, { typed: { ...known, lang: t.lang }, issues: [] })
}

async function showEdit(c: PageVisit): Promise<Response> {
  const room = await getWritable(c, c.var.db)
  const minutes = await getMinutes(c.var.db, room.id, minutesOf(c))
  const { title, heldOn, text, lang, meetingId, revision } = minutes
  const typed = { title, heldOn, text, lang, meeting: String(meetingId ?? ''), revision: String(revision) }
  return drawForm(c, c.var.db, room, { typed, issues: [], minutes })
}

const refusals = {
  'changed-meanwhile': 'meetings.refusal-changed-meanwhile',
  'meeting-unknown': 'meetings.refusal-meeting-unknown',
} as const

interface Sent {
  readonly typed: Typed
  readonly mine: MinutesInput
}

/** What somebody else saved is in sight: saving again is then a decision. */
const drawBeside = (c: ActVisit, room: Room, id: number | undefined, { typed, mine }: Sent): Promise<Response> =>
  c.var.asPerson(async (db) => {
    const minutes = await getMinutes(db, room.id, id)
    const meetings = await listMeetings(db, room.id)
    return drawForm(c, db, room, {
      typed: { ...typed, revision: String(minutes.revision) },
      issues: [{ field: '', message: refusals['changed-meanwhile'] }],
      minutes,
      meanwhile: <MinutesMeanwhile {...{ t: c.var.t, theirs: minutes, mine, meetings }} />,
    })
  })

async function keep(c: ActVisit): Promise<Response> {
  const { asPerson } = c.var
  const viewer = signedIn(c)
  const input = await readForm(c, minutesInput)
  const room = await roomOrUnsent(c, wordsOf(input.typed, ['title', 'text']))
  if (room instanceof Response) return room
  const id = minutesOf(c)
  const minutes = id === undefined ? undefined : await asPerson((db) => getMinutes(db, room.id, id))
  const again = (issues: readonly Issue[]) =>
    asPerson((db) => drawForm(c, db, room, { typed: input.typed, issues, minutes }))
  if (!input.valid) return again(input.issues)
  const about = { roomId: room.id, minutesId: minutes?.id }
  const outcome = await doOnce(viewer.person.id, { mark: input.typed['once'], sent: [about, input.typed] }, () =>
    keepMinutes(asPerson, viewer, about, input.value),
  )
  if (outcome.done) return c.var.seeOther(minutesPath(room.id, outcome.value), 'meetings.done-minutes')
  if (outcome.refusal === 'meeting-unknown') return again([{ field: 'meeting', message: refusals['meeting-unknown'] }])
  return drawBeside(c, room, id, { typed: input.typed, mine: input.value })
}

async function note(c: ActVisit): Promise<Response> {
  const input = await readForm(c, decisionInput)
  const room = await roomOrUnsent(c, wordsOf(input.typed, ['decision']))
  if (room instanceof Response) return room
  if (!input.valid) return c.var.asPerson((db) => drawMinutes(c, db, input))
  const viewer = signedIn(c)
  const minutesId = minutesOf(c)
  const about = { roomId: room.id, minutesId }
  await doOnce(viewer.person.id, { mark: input.typed['once'], sent: [about, input.typed] }, () =>
    decide(c.var.asPerson, viewer, about, input.value.decision),
  )
  return c.var.seeOther(minutesPath(room.id, minutesId ?? 0), 'meetings.done-decision')
}

async function add(c: ActVisit): Promise<Response> {
  const { t, draw, asPerson } = c.var
  const input = await readForm(c, taskInput)
  const room = await roomOrUnsent(c, wordsOf(input.typed, ['task']))
  if (room instanceof Response) return room
  const again = async (issues: readonly Issue[]) => {
    const members = await asPerson((db) => listMembers(db, room.id, t.lang))
    const page = { title: t('meetings.add-task'), breadcrumb: roomCrumbs(c, room), status: 422 } as const
    return draw(page, <TaskForm {...{ t, room, members, typed: input.typed, issues, once: onceMark() }} alone />)
  }
  if (!input.valid) return again(input.issues)
  const viewer = signedIn(c)
  const outcome = await doOnce(viewer.person.id, { mark: input.typed['once'], sent: [room.id, input.typed] }, () =>
    addTask(asPerson, viewer, room.id, input.value),
  )
  if (!outcome.done) return again([{ field: 'person', message: 'meetings.refusal-person-unknown' }])
  const { minutes } = input.value
  return c.var.seeOther(
    minutes === null ? `${roomPath(room.id, room.name)}#tasks` : minutesPath(room.id, minutes),
    'meetings.done-task',
  )
}

const finishing = (finished: boolean) =>
  async function setFinished(c: ActVisit): Promise<Response> {
    const about = { roomId: roomOf(c), taskId: idFrom(c.req.param('task')) }
    const minutes = await finishTask(c.var.asPerson, signedIn(c), about, finished ? c.var.now : null)
    const room = about.roomId ?? 0
    return c.var.seeOther(
      minutes === null ? `${roomPath(room, '')}#tasks` : minutesPath(room, minutes),
      finished ? 'meetings.done-finished' : 'meetings.done-task-reopened',
    )
  }

export const minutesRoutes: readonly Route[] = [
  post('/rooms/:address/minutes', keep),
  get('/rooms/:address/minutes/new', showNew),
  get('/rooms/:address/minutes/:minutes', (c: PageVisit) => drawMinutes(c, c.var.db)),
  get('/rooms/:address/minutes/:minutes/edit', showEdit),
  post('/rooms/:address/minutes/:minutes', keep),
  post('/rooms/:address/minutes/:minutes/decisions', note),
  post('/rooms/:address/tasks', add),
  post('/rooms/:address/tasks/:task/completion', finishing(true)),
  post('/rooms/:address/tasks/:task/completion/end', finishing(false)),
]
