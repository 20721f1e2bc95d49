// What the link of an invitation opens, for people from outside; whoever has an account comes in with it.
import type { Issue, Typed } from '#kernel/outcome.ts'
import { isSignedIn } from '#kernel/viewer.ts'
import { unkept } from '#platform/http/answers.ts'
import { readForm, readQuery } from '#platform/http/input.ts'
import { countTry, type Limit, remoteAddress } from '#platform/http/limits.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route } from '#platform/http/visit.ts'
import { arrive } from '../accounts/public.ts'
import { comeAsGuest, comeAsOneself } from './actions/come-as-guest.ts'
import { guestInput, tokenInput } from './inputs.ts'
import { guestPath, roomPath } from './paths.ts'
import { findByToken, type OpenInvitation } from './store-guests.ts'
import { GuestPage, GuestSpentPage } from './views/guest-page.tsx'

const openings: Limit = { name: 'invitations to rooms opened from a computer', tries: 60, seconds: 15 * 60 }

const drawSpent = (c: AnyVisit, taken = false): Promise<Response> =>
  unkept(c.var.draw({ title: c.var.t('rooms.guest-spent'), status: 410 }, <GuestSpentPage t={c.var.t} taken={taken} />))

interface FormState {
  readonly token: string
  readonly invitation: OpenInvitation
  readonly typed?: Typed
  readonly issues?: readonly Issue[]
}

const drawForm = (c: AnyVisit, { token, invitation, typed = {}, issues = [] }: FormState): Promise<Response> => {
  const { t, draw, viewer, settings } = c.var
  const self = viewer.person?.name
  const props = { t, token, invitation, typed, issues, self, network: settings.networkName }
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

/** Signed in: as oneself, whatever else was typed. */
async function accept(c: ActVisit): Promise<Response> {
  countTry(openings, remoteAddress(c), c.var.now)
  const { database, asPerson, viewer } = c.var
  const form = await readForm(c, guestInput)
  const token = String(form.typed['token'] ?? '')
  if (isSignedIn(viewer)) {
    const outcome = await comeAsOneself(database.system, asPerson, viewer, token)
    if (!outcome.done) return drawSpent(c)
    return c.var.seeOther(roomPath(outcome.value.id, outcome.value.name), 'rooms.done-joined')
  }
  if (!form.valid) {
    const invitation = await findByToken(database.system, token)
    return invitation === undefined
      ? drawSpent(c)
      : drawForm(c, { token, invitation, typed: form.typed, issues: form.issues })
  }
  const outcome = await comeAsGuest(database.system, form.value)
  if (!outcome.done) return drawSpent(c, outcome.refusal === 'taken')
  await arrive(c, outcome.value.personId, 'invitation')
  return c.var.seeOther(roomPath(outcome.value.roomId, ''), 'rooms.done-joined')
}

export const guestRoutes: readonly Route[] = [get(guestPath, show), post(guestPath, accept)]
