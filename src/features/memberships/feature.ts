// The manifest of memberships: who belongs to the network and its forums on which day, and what changes that.
import type { Feature } from '#platform/feature.ts'
import { aboveRegister, atMembers } from './at-members.tsx'
import { loadMemberships } from './demonstration.ts'
import { membershipsDesk } from './desk.ts'
import { listeners, schedules } from './jobs.ts'
import { mailExamples } from './mail-examples.ts'
import { createMemberships } from './migrations/001-create.ts'
import { figureImports } from './migrations/002-imports.ts'
import { restingForums } from './migrations/003-resting.ts'
import { historyRoutes, showRoutes } from './routes.tsx'
import { actRoutes } from './routes-acts.tsx'
import { figureRoutes } from './routes-figures.tsx'
import { forgetOldRuns } from './store-import.ts'

export const memberships: Feature = {
  name: 'memberships',
  uses: ['members', 'notices'],
  routes: [...showRoutes, ...figureRoutes, ...actRoutes, ...historyRoutes],
  open: ['GET /memberships', 'GET /memberships.csv', 'GET /memberships/:slug'],
  permissions: {
    'read who is, was and will be a member': 'everybody',
    'read suspensions, and of a notice when it arrived and by whom':
      'the member’s coordinator and the office concerned, nobody else; the last day of a membership is public like its first',
    'admit, suspend, record inhabitants, names, mergers and splits':
      'the office of the network for members of the network, that of a forum for members of that forum',
    'give notice, take it back': 'the member’s coordinator, or the office to which it was given',
  },
  facts: {
    'member.changed': 'memberships.fact-changed',
    'membership.admitted': 'memberships.fact-admitted',
    'membership.resigned': 'memberships.fact-resigned',
    'resignation.withdrawn': 'memberships.fact-withdrawn',
    'membership.suspended': 'memberships.fact-suspended',
    'suspension.ended': 'memberships.fact-lifted',
    'figure.recorded': 'memberships.fact-figure',
    'figures.imported': 'memberships.fact-imported',
    'organisation.renamed': 'memberships.fact-renamed',
    'organisations.merged': 'memberships.fact-merged',
    'organisation.divided': 'memberships.fact-split',
    'membership.announced': 'memberships.fact-announced',
  },
  desk: membershipsDesk,
  lists: [aboveRegister],
  members: [atMembers],
  hears: listeners,
  schedules,
  personal: {
    'membership.recorded_by': { erasure: 'keep' },
    'resignation.recorded_by': { erasure: 'keep' },
    'resignation.withdrawn_by': { erasure: 'keep' },
    'suspension.recorded_by': { erasure: 'keep' },
    'suspension.ended_by': { erasure: 'keep' },
    'population_figure.recorded_by': { erasure: 'keep' },
    'renaming.recorded_by': { erasure: 'keep' },
    'succession.recorded_by': { erasure: 'keep' },
    'figure_import.person_id': { erasure: 'delete', part: 'imports' },
  },
  retention: [{ name: 'figures', days: 2, forget: forgetOldRuns }],
  mails: mailExamples,
  migrations: [createMemberships, figureImports, restingForums],
  demonstration: loadMemberships,
}
