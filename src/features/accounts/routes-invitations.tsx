// Colleagues of an organisation: inviting, taking an invitation back, letting go.
import { idFrom } from '#kernel/address.ts'
import { forbidden, notFound } from '#kernel/stop.ts'
import type { Role, SignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { unkept } from '#platform/http/answers.ts'
import { readForm, readQuery } from '#platform/http/input.ts'
import { countTry, type Limit } from '#platform/http/limits.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { changeDuty, type Duty } from './actions/change-duty.ts'
import { invitePerson } from './actions/invite-person.ts'
import { letPersonGo } from './actions/let-go.ts'
import { takeInvitationBack } from './actions/revoke-invitation.ts'
import { departureInput, invitationInput, organisationQuery } from './inputs.ts'
import { heirFieldOf, paths } from './paths.ts'
import { mayGiveRole, maySteerColleagues } from './permissions.ts'
import { getOrganisation } from './steered.ts'
import * as store from './store-invitations.ts'
import { ColleaguesPage, type ColleaguesPageProps } from './views/colleagues-page.tsx'

const invitationsPerPerson: Limit = { name: 'invitations of a person', tries: 60, seconds: 60 * 60 }
const allRoles: readonly Role[] = ['colleague', 'coordinator', 'office']

type Loaded = Omit<ColleaguesPageProps, 't' | 'issues' | 'typed'>
async function load(db: Db, viewer: SignedIn, slug: string | undefined, now: Date): Promise<Loaded> {
  const organisation = await getOrganisation(db, viewer, slug)
  const colleagues = await store.listColleagues(db, organisation.id)
  const known = { organisation, colleagues, viewerId: viewer.person.id }
  if (!maySteerColleagues(viewer)) return known
  const invitations = await store.listPendingInvitations(db, organisation.id, now)
  const organisations = await store.listSteeredOrganisations(db, viewer.person.lang)
  const roles = allRoles.filter((role) => mayGiveRole(viewer, role, organisation.id))
  return { ...known, steering: { invitations, organisations, roles } }
}

const drawColleagues = (c: AnyVisit, props: Omit<ColleaguesPageProps, 't'>): Promise<Response> =>
  unkept(
    c.var.draw(
      { title: c.var.t('accounts.colleagues'), status: props.issues === undefined ? 200 : 422 },
      <ColleaguesPage t={c.var.t} {...props} />,
    ),
  )

async function showColleagues(c: PageVisit): Promise<Response> {
  const query = readQuery(c, organisationQuery)
  const slug = query.valid ? query.value.organisation : undefined
  return drawColleagues(c, await load(c.var.db, signedIn(c), slug, c.var.now))
}

async function invite(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  if (!maySteerColleagues(viewer)) throw forbidden()
  countTry(invitationsPerPerson, String(viewer.person.id), c.var.now)
  const form = await readForm(c, invitationInput)
  const slug = String(form.typed.organisation ?? viewer.person.organisationSlug)
  const again = async (issues: ColleaguesPageProps['issues'] & object): Promise<Response> => {
    const loaded = await c.var.asPerson((db) => load(db, viewer, slug, c.var.now))
    return drawColleagues(c, { ...loaded, issues, typed: form.typed })
  }
  if (!form.valid) return again(form.issues)
  const outcome = await c.var.asPerson(async (db) => {
    const organisation = await getOrganisation(db, viewer, slug)
    return invitePerson(db, viewer, organisation.id, form.value, c.var.now)
  })
  if (!outcome.done) return again([{ field: 'email', message: 'accounts.issue-email-taken' }])
  return c.var.seeOther(paths.colleagues(slug), 'accounts.invited')
}

/** Back to the list that the button was on. */
async function backToList(c: ActVisit, notice: string): Promise<Response> {
  const form = await readForm(c, organisationQuery)
  return c.var.seeOther(paths.colleagues(form.valid ? form.value.organisation : undefined), notice)
}

async function revoke(c: ActVisit): Promise<Response> {
  await c.var.asPerson((db) => takeInvitationBack(db, signedIn(c), idFrom(c.req.param('id')), c.var.now))
  return backToList(c, 'accounts.invitation-revoked')
}

async function depart(c: ActVisit): Promise<Response> {
  const form = await readForm(c, departureInput)
  // Nobody loses access by a step that named somebody who is not there.
  if (!form.valid) throw notFound()
  const departure = { personId: idFrom(c.req.param('id')), heirId: form.value.heir }
  const viewer = signedIn(c)
  const outcome = await c.var.asPerson((db) => letPersonGo(db, viewer, departure, c.var.now))
  if (!outcome.done) {
    const slug = String(form.typed['organisation'] ?? viewer.person.organisationSlug)
    const issues = [{ field: heirFieldOf(departure.personId ?? 0), message: 'accounts.issue-heir' }]
    return drawColleagues(c, { ...(await c.var.asPerson((db) => load(db, viewer, slug, c.var.now))), issues })
  }
  return backToList(c, departure.heirId === undefined ? 'accounts.let-go' : 'accounts.let-go-handed-over')
}

const give =
  (duty: Duty) =>
  async (c: ActVisit): Promise<Response> => {
    await c.var.asPerson((db) => changeDuty(db, signedIn(c), idFrom(c.req.param('id')), duty))
    return backToList(c, 'accounts.duty-changed')
  }

export const invitationRoutes: readonly Route[] = [
  get('/my-city/colleagues', showColleagues),
  post('/my-city/invitations', invite),
  post('/my-city/invitations/:id/revocation', revoke),
  post('/my-city/colleagues/:id/coordination', give('coordinator')),
  post('/my-city/colleagues/:id/coordination/end', give('colleague')),
  post('/my-city/colleagues/:id/departure', depart),
]
