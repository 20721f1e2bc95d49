// The manifest of memberships: who belongs to the network and its forums on which day, and what changes that.
import type { Feature } from '#platform/feature.ts'
import { loadMemberships } from './demonstration.ts'
import { schedules } from './jobs.ts'
import { createMemberships } from './migrations/001-create.ts'

export const memberships: Feature = {
  name: 'memberships',
  permissions: {
    'read who is a member on which day':
      'everybody; suspensions and notices: the member’s coordinator and the office concerned',
    'admit, suspend, rename, merge, record inhabitants':
      'the office of the network for the network, of a forum for that forum',
    'give notice': 'the coordinator of a member, or the office to which it was given',
  },
  facts: { 'member.changed': 'memberships.fact-changed', 'membership.admitted': 'memberships.fact-admitted' },
  schedules,
  migrations: [createMemberships],
  demonstration: loadMemberships,
}
