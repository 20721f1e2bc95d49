// Accounts: how people get in, stay safe and are let go.
import type { Feature } from '#platform/feature.ts'
import { loadDemonstration } from './demonstration.ts'
import { listeners, schedules } from './jobs.ts'
import { signIn } from './migrations/001-sign-in.ts'
import { invitations } from './migrations/002-invitations.ts'
import { demonstrationRoutes } from './routes-demonstration.tsx'
import { signInRoutes } from './routes-sign-in.tsx'

export const accounts: Feature = {
  name: 'accounts',
  routes: [...signInRoutes, ...demonstrationRoutes],
  open: [
    'GET /sign-in',
    'POST /sign-in/links',
    'GET /sign-in/sent',
    'GET /sign-in/link',
    'POST /sign-in/link',
    'POST /sign-out',
    'POST /language',
    'POST /demo/enter',
    'GET /demo/mail',
  ],
  hears: listeners,
  schedules,
  facts: {
    'sign-in-link.requested': 'accounts.fact-link-requested',
    'session.began': 'accounts.fact-session-began',
  },
  migrations: [signIn, invitations],
  demonstration: loadDemonstration,
}
