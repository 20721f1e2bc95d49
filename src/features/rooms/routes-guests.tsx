// What the link of an invitation opens, for people from outside; whoever has an account comes in with it.
import type { Issue, Typed } from '#kernel/outcome.ts'
import { isSignedIn } from '#kernel/viewer.ts'
import { unkept } from '#platform/http/answers.ts'
import { readForm, readQuery } from '#platform/http/input.ts'
import { countTry, type Limit, remoteAddress } from '#platform/http/limits.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route } from '#platform/http/visit.ts'
import { arrive } from '../accounts/public.ts'
import { type Came, comeAgain, comeAsGuest } from './actions/come-as-guest.ts'
import { comeAsOneself } from './actions/come-as-oneself.ts'
import { guestInput, tokenInput } from './inputs.ts'
import { guestPath, roomPath } from './paths.ts'
import { findByToken, findGuestByAddress, type OpenInvitation } from './store-guests.ts'
import { GuestPage, GuestSpentPage, type WhySpent } from './views/guest-page.tsx'

const openings: Limit = { name: 'invitations to rooms opened from a computer', tries: 60, seconds: 15 * 60 }

const drawSpent = (c: AnyVisit, why: WhySpent = 'spent'): Promise<Response> =>
  unkept(c.var.draw({ title: c.var.t('rooms.guest-spent'), status: 410 }, <GuestSpentPage t={c.var.t} why={why} />))

interface FormState {
  readonly token: string
  readonly invitation: OpenInvitation
  readonly typed?: Typed
  readonly issues?: readonly Issue[]
}

const drawForm = async (c: AnyVisit, { token, invitation, typed = {}, issues = [] }: FormState): Promise<Response> => {
  const { t, draw, viewer, settings, database } = c.var
  const self = viewer.person?.name
  const guest = self === undefined ? await findGuestByAddress(database.system, invitation.email ?? '') : undefined
  const props = { t, token, invitation, typed, issues, self, guest: guest?.name, network: settings.networkName }
  return unkept(
    draw({ title: t('rooms.guest-title'), status: issues.length > 0 ? 422 : 200 }, <GuestPage {...props} />),
  )
}

async function show(c: PageVisit): Promise<Response> {
  countTry(openings, remoteAddress(c), c.var.now)
  const query = readQuery(c, tokenInput)
  const token = query.valid ? query.value.token : ''
  const invitation = await findByToken(c.var.database.system, token)
  return invitation === undefined ? drawSpent(c) : drawForm(c, { token, invitation })
}

async function letIn(c: ActVisit, { personId, roomId }: Came): Promise<Response> {
  await arrive(c, personId, 'invitation')
  return c.var.seeOther(roomPath(roomId, ''), 'rooms.done-joined')
}

/** Signed in: as oneself, whatever else was typed. */
async function accept(c: ActVisit): Promise<Response> {
  countTry(openings, remoteAddress(c), c.var.now)
  const { database, asPerson, viewer } = c.var
  const form = await readForm(c, guestInput)
  const token = String(form.typed['token'] ?? '')
  if (isSignedIn(viewer)) {
    const outcome = await comeAsOneself(database.system, asPerson, viewer, token)
    if (!outcome.done) return drawSpent(c, outcome.refusal)
    return c.var.seeOther(roomPath(outcome.value.id, outcome.value.name), 'rooms.done-joined')
  }
  const again = await comeAgain(database.system, token)
  if (again !== undefined) return letIn(c, again)
  if (!form.valid) {
    const invitation = await findByToken(database.system, token)
    return invitation === undefined
      ? drawSpent(c)
      : drawForm(c, { token, invitation, typed: form.typed, issues: form.issues })
  }
  const outcome = await comeAsGuest(database.system, form.value)
  return outcome.done ? letIn(c, outcome.value) : drawSpent(c, outcome.refusal)
}

export const guestRoutes: readonly Route[] = [get(guestPath, show), post(guestPath, accept)]
