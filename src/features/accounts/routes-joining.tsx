// What the link in an invitation opens: the invitation itself, and accepting it.
import { unkept } from '#platform/http/answers.ts'
import { readForm, readQuery } from '#platform/http/input.ts'
import { countTry, type Limit, remoteAddress } from '#platform/http/limits.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route } from '#platform/http/visit.ts'
import { join } from './actions/join.ts'
import { arrive } from './arrival.ts'
import { acceptance, tokenInput } from './inputs.ts'
import { findInvitation } from './store-joining.ts'
import { InvitationPage, type InvitationPageProps, InvitationSpentPage } from './views/invitation-page.tsx'

const openings: Limit = { name: 'invitations opened from a computer', tries: 60, seconds: 15 * 60 }

const drawSpent = (c: AnyVisit, taken = false): Promise<Response> =>
  unkept(
    c.var.draw(
      { title: c.var.t('accounts.invitation-spent'), status: 410 },
      <InvitationSpentPage t={c.var.t} taken={taken} />,
    ),
  )

type Parts = Omit<InvitationPageProps, 't' | 'networkName'>
const drawInvitation = (c: AnyVisit, parts: Parts): Promise<Response> =>
  unkept(
    c.var.draw(
      { title: c.var.t('accounts.invitation-title'), status: parts.issues === undefined ? 200 : 422 },
      <InvitationPage t={c.var.t} networkName={c.var.settings.networkName} {...parts} />,
    ),
  )

async function showInvitation(c: PageVisit): Promise<Response> {
  countTry(openings, remoteAddress(c), c.var.now)
  const query = readQuery(c, tokenInput)
  const token = query.valid ? query.value.token : ''
  const invitation = await findInvitation(c.var.database.system, token, c.var.now)
  return invitation === undefined ? drawSpent(c) : drawInvitation(c, { token, invitation })
}

async function accept(c: ActVisit): Promise<Response> {
  countTry(openings, remoteAddress(c), c.var.now)
  const { system } = c.var.database
  const form = await readForm(c, acceptance)
  if (!form.valid) {
    const token = String(form.typed.token ?? '')
    const invitation = await findInvitation(system, token, c.var.now)
    if (invitation === undefined) return drawSpent(c)
    return drawInvitation(c, { token, invitation, issues: form.issues, typed: form.typed })
  }
  const outcome = await join(system, form.value, c.var.now)
  if (!outcome.done) return drawSpent(c, outcome.refusal === 'taken')
  await arrive(c, outcome.value, 'invitation')
  return c.var.seeOther('/', 'accounts.welcome')
}

export const joiningRoutes: readonly Route[] = [get('/invitation', showInvitation), post('/invitation', accept)]
