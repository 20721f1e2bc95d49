// The manifest of forums.
import type { Feature } from '#platform/feature.ts'
import { forumsDesk } from './desk.ts'
import { changingForums } from './migrations/001-changing.ts'
import { serialisedForums } from './migrations/002-serialised.ts'
import { routes } from './routes.tsx'

export const forums: Feature = {
  name: 'forums',
  uses: ['announcements', 'fees', 'members', 'notices'],
  routes,
  open: ['GET /forums', 'GET /forums/:slug'],
  permissions: {
    'read about a forum': 'everybody; what is offered to its members, they',
    'change names, languages and notice of a forum': 'its own office, and the office of the network',
    'change the rule of a forum and its place in the tree': 'the office of the network',
  },
  desk: forumsDesk,
  facts: { 'forum.changed': 'forums.fact-changed' },
  migrations: [changingForums, serialisedForums],
}
