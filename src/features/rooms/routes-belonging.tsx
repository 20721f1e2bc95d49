// Handlers of who belongs: coming in, asking, answering, inviting, passing the duty on, leaving.
import { idFrom } from '#kernel/address.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { readForm } from '#platform/http/input.ts'
import { judgeTry, type Limit } from '#platform/http/limits.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { answerRequest, askToJoin, takeBackRequest } from './actions/ask-to-join.ts'
import { invite, takeBackInvitation } from './actions/invite.ts'
import { comeIn, sayNo } from './actions/join-room.ts'
import { leaveRoom, removeFromRoom } from './actions/leave-room.ts'
import { makeHost, stepBack } from './actions/pass-on.ts'
import { drawDoor, roomsCrumb } from './draw-room.tsx'
import { invitationInput, requestInput } from './inputs.ts'
import { inRoom, roomPath, roomsPath } from './paths.ts'
import { mayAskToJoin, mayInvite } from './permissions.ts'
import { getOwnRoom, getRoom } from './store.ts'
import { listInvitations, listMembers, listRequests } from './store-people.ts'
import { MembersPage } from './views/members-page.tsx'
import { fieldOf } from './whom-to-invite.ts'

const invitations: Limit = { name: 'invitations to rooms', tries: 60, seconds: 3600 }

const idOf = (c: AnyVisit): number | undefined => idFrom(c.req.param('address'))
const personOf = (c: AnyVisit): number | undefined => idFrom(c.req.param('person'))
const membersOf = (c: AnyVisit): string => inRoom(idOf(c) ?? 0, 'members')

async function join(c: ActVisit): Promise<Response> {
  const room = await comeIn(c.var.asPerson, signedIn(c), idOf(c))
  return c.var.seeOther(roomPath(room.id, room.name), 'rooms.done-joined')
}

async function decline(c: ActVisit): Promise<Response> {
  await sayNo(c.var.asPerson, signedIn(c), idOf(c))
  return c.var.seeOther(roomsPath, 'rooms.done-said-no')
}

async function ask(c: ActVisit): Promise<Response> {
  const { t, asPerson } = c.var
  const room = await asPerson((db) => getRoom(db, idOf(c), t.lang))
  const input = await readForm(c, requestInput)
  if (!input.valid) {
    if (!mayAskToJoin(room)) throw forbidden()
    return drawDoor(c, room, input.typed, input.issues)
  }
  await askToJoin(asPerson, signedIn(c), room.id, input.value.text)
  return c.var.seeOther(roomPath(room.id, room.name), 'rooms.done-asked')
}

async function endAsking(c: ActVisit): Promise<Response> {
  await takeBackRequest(c.var.asPerson, signedIn(c), idOf(c))
  return c.var.seeOther(roomsPath, 'rooms.done-asking-ended')
}

async function drawMembers(c: AnyVisit, db: Db, typed: Typed = {}, issues: readonly Issue[] = []): Promise<Response> {
  const { t, draw, viewer } = c.var
  const room = await getOwnRoom(db, idOf(c), t.lang)
  const [members, requests, invited] = await Promise.all([
    listMembers(db, room.id, t.lang),
    listRequests(db, room.id, t.lang),
    listInvitations(db, room.id),
  ])
  const breadcrumb = [roomsCrumb(c), { label: room.name, href: roomPath(room.id, room.name) }]
  return draw(
    { title: t('rooms.members'), breadcrumb, status: issues.length > 0 ? 422 : 200 },
    <MembersPage {...{ t, room, members, requests, invited, typed, issues }} self={viewer.person?.id} />,
  )
}

async function sendInvitation(c: ActVisit): Promise<Response> {
  const { t, asPerson, now } = c.var
  const viewer = signedIn(c)
  const room = await asPerson((db) => getOwnRoom(db, idOf(c), t.lang))
  if (!mayInvite(room)) throw forbidden()
  const input = await readForm(c, invitationInput)
  const again = (issues: readonly Issue[]) => asPerson((db) => drawMembers(c, db, input.typed, issues))
  if (!input.valid) return again(input.issues)
  const tooMany = judgeTry(invitations, String(viewer.person.id), now, { field: 'who' })
  if (tooMany !== undefined) return again([tooMany])
  const outcome = await invite(asPerson, viewer, room.id, input.value, now)
  if (!outcome.done) return again([{ field: fieldOf(outcome.refusal), message: `rooms.refusal-${outcome.refusal}` }])
  return c.var.seeOther(membersOf(c), `rooms.done-${outcome.value}`)
}

async function removeInvitation(c: ActVisit): Promise<Response> {
  await takeBackInvitation(c.var.asPerson, signedIn(c), idOf(c), idFrom(c.req.param('invitation')))
  return c.var.seeOther(membersOf(c), 'rooms.done-invitation-removed')
}

const answer = (yes: boolean) =>
  async function answerOne(c: ActVisit): Promise<Response> {
    const about = { id: idOf(c), personId: personOf(c), yes }
    const outcome = await answerRequest(c.var.asPerson, signedIn(c), about, c.var.now)
    if (!outcome.done) return c.var.seeOther(membersOf(c), 'rooms.refusal-answered')
    return c.var.seeOther(membersOf(c), yes ? 'rooms.done-admitted' : 'rooms.done-declined')
  }

async function giveDuty(c: ActVisit): Promise<Response> {
  const outcome = await makeHost(c.var.asPerson, signedIn(c), idOf(c), personOf(c))
  return c.var.seeOther(membersOf(c), outcome.done ? 'rooms.done-host' : `rooms.refusal-${outcome.refusal}`)
}

async function endDuty(c: ActVisit): Promise<Response> {
  const outcome = await stepBack(c.var.asPerson, signedIn(c), idOf(c))
  return c.var.seeOther(membersOf(c), outcome.done ? 'rooms.done-stepped-back' : 'rooms.refusal-last-host')
}

async function remove(c: ActVisit): Promise<Response> {
  const outcome = await removeFromRoom(c.var.asPerson, signedIn(c), idOf(c), personOf(c))
  return c.var.seeOther(membersOf(c), outcome.done ? 'rooms.done-removed' : 'rooms.refusal-last-host')
}

async function leave(c: ActVisit): Promise<Response> {
  const outcome = await leaveRoom(c.var.asPerson, signedIn(c), idOf(c))
  if (!outcome.done) return c.var.seeOther(membersOf(c), 'rooms.refusal-last-host')
  return c.var.seeOther(roomsPath, 'rooms.done-left')
}

export const belongingRoutes: readonly Route[] = [
  get('/rooms/:address/members', (c: PageVisit) => drawMembers(c, c.var.db)),
  post('/rooms/:address/joining', join),
  post('/rooms/:address/invitation/end', decline),
  post('/rooms/:address/requests', ask),
  post('/rooms/:address/requests/end', endAsking),
  post('/rooms/:address/requests/:person/admission', answer(true)),
  post('/rooms/:address/requests/:person/refusal', answer(false)),
  post('/rooms/:address/invitations', sendInvitation),
  post('/rooms/:address/invitations/:invitation/removal', removeInvitation),
  post('/rooms/:address/members/:person/hosting', giveDuty),
  post('/rooms/:address/members/:person/removal', remove),
  post('/rooms/:address/hosting/end', endDuty),
  post('/rooms/:address/leaving', leave),
]
