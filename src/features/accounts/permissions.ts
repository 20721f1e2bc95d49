// Who may steer who is in an organisation. The database asks the same in app.steers and app.may_give_role, with the forums it knows.
import type { Role, Viewer } from '#kernel/viewer.ts'
import { belongsTo } from '#kernel/viewer.ts'

/** May at all invite and let go; for which organisations, `findSteeredOrganisation` says. */
export const maySteerColleagues = (viewer: Viewer): boolean =>
  viewer.person?.role === 'coordinator' || viewer.person?.role === 'office'

/** Everybody who steers may name colleagues and coordinators; duties of an office are given within that office only. */
export const mayGiveRole = (viewer: Viewer, role: Role, organisationId: number): boolean =>
  role !== 'office' || (viewer.person?.role === 'office' && belongsTo(viewer, organisationId))

/** Nobody lets themselves go or changes their own duty: somebody has to stay who can invite again. */
export const maySteerPerson = (viewer: Viewer, personId: number): boolean =>
  maySteerColleagues(viewer) && viewer.person?.id !== personId

export const permissions = {
  'accounts.own':
    'Signed-in people see and change their own name, language, sessions, tokens and ways to sign in, and nobody else’s.',
  'accounts.invite':
    'Coordinators invite colleagues and coordinators of their organisation; the office of a forum of its members; the office of the network of all.',
  'accounts.let-go': 'Whoever may invite for an organisation may also say that somebody has left it; never oneself.',
  'accounts.change-duty':
    'Whoever may invite for an organisation may also give its coordination to a colleague, or end it; never their own.',
  'accounts.enter-demonstration':
    'In a database created as a demonstration, and only there, anybody may enter as an invented person.',
} as const
