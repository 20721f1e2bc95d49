// Accounts: how people get in, stay safe and are let go.
import type { Feature } from '#platform/feature.ts'
import { commands } from './commands.ts'
import { loadDemonstration } from './demonstration.ts'
import { accountsDesk } from './desk.ts'
import { listeners, schedules } from './jobs.ts'
import { mailExamples } from './mail-examples.ts'
import { signIn } from './migrations/001-sign-in.ts'
import { invitations } from './migrations/002-invitations.ts'
import { handingOver } from './migrations/003-handing-over.ts'
import { permissions } from './permissions.ts'
import { accountRoutes } from './routes-account.tsx'
import { demonstrationRoutes } from './routes-demonstration.tsx'
import { invitationRoutes } from './routes-invitations.tsx'
import { joiningRoutes } from './routes-joining.tsx'
import { listRoutes } from './routes-list.tsx'
import { passkeyRoutes } from './routes-passkeys.tsx'
import { passwordRoutes } from './routes-password.tsx'
import { signInRoutes } from './routes-sign-in.tsx'
import { wayRoutes } from './routes-ways.tsx'
import { forgetInvitations, forgetLinks, forgetSessions, forgetTokens } from './store-upkeep.ts'

export const accounts: Feature = {
  name: 'accounts',
  uses: ['mails'],
  desk: accountsDesk,
  routes: [
    ...signInRoutes,
    ...passwordRoutes,
    ...demonstrationRoutes,
    ...listRoutes,
    ...invitationRoutes,
    ...joiningRoutes,
    ...accountRoutes,
    ...wayRoutes,
    ...passkeyRoutes,
  ],
  open: [
    'GET /sign-in',
    'POST /sign-in/links',
    'GET /sign-in/sent',
    'GET /sign-in/link',
    'POST /sign-in/link',
    'GET /sign-in/password',
    'POST /sign-in/password',
    'GET /sign-in/code',
    'POST /sign-in/code',
    'POST /sign-in/passkey/options',
    'POST /sign-in/passkey',
    'POST /sign-out',
    'POST /language',
    'POST /demo/enter',
    'GET /demo/mail',
    'GET /invitation',
    'POST /invitation',
  ],
  permissions,
  hears: listeners,
  schedules,
  facts: {
    'sign-in-link.requested': 'accounts.fact-link-requested',
    'session.began': 'accounts.fact-session-began',
    'session.ended': 'accounts.fact-session-ended',
    'person.invited': 'accounts.fact-person-invited',
    'invitation.revoked': 'accounts.fact-invitation-revoked',
    'person.joined': 'accounts.fact-person-joined',
    'person.renamed': 'accounts.fact-person-renamed',
    'duty.changed': 'accounts.fact-duty-changed',
    'person.succeeded': 'accounts.fact-person-succeeded',
    'person.left': 'accounts.fact-person-left',
    'password.set': 'accounts.fact-password-set',
    'password.removed': 'accounts.fact-password-removed',
    'recovery-codes.renewed': 'accounts.fact-codes-renewed',
    'passkey.added': 'accounts.fact-passkey-added',
    'passkey.removed': 'accounts.fact-passkey-removed',
    'token.created': 'accounts.fact-token-created',
    'token.removed': 'accounts.fact-token-removed',
  },
  personal: {
    'sign_in_link.person_id': { erasure: 'delete' },
    'sign_in_link.email': { by: 'address', erasure: 'delete' },
    'recovery_code.person_id': { erasure: 'delete', part: 'account' },
    'password_sign_in.person_id': { erasure: 'delete', part: 'account' },
    'passkey.person_id': { erasure: 'delete', part: 'account' },
    'challenge.person_id': { erasure: 'delete' },
    'demonstration_person.person_id': { erasure: 'delete' },
    'invitation.email': { by: 'address', erasure: 'delete' },
    'invitation.invited_by': { erasure: 'empty', part: 'invitations' },
  },
  retention: [
    { name: 'link', days: 1, forget: forgetLinks },
    { name: 'session', days: 0, forget: forgetSessions },
    { name: 'token', days: 30, forget: forgetTokens },
    { name: 'invitation', days: 90, forget: forgetInvitations },
  ],
  mails: mailExamples,
  migrations: [signIn, invitations, handingOver],
  commands,
  demonstration: loadDemonstration,
}
