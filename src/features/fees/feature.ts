// The manifest of fees: what the scales say, who decides about them, and what they cost whom.
import type { Feature } from '#platform/feature.ts'
import { loadScales } from './demonstration.ts'
import { feesDesk } from './desk.ts'
import { createFees } from './migrations/001-create.ts'
import { owedScales } from './migrations/002-owed.ts'
import { feesPath } from './paths.ts'
import { routes } from './routes.tsx'
import { simulationRoutes } from './routes-simulation.tsx'
import { writingRoutes } from './routes-writing.tsx'

export const fees: Feature = {
  name: 'fees',
  uses: ['members', 'memberships'],
  // `/fees/new` is asked before `/fees/:id`.
  routes: [...writingRoutes, ...simulationRoutes, ...routes],
  open: [`GET ${feesPath}`, 'GET /fees/:id'],
  permissions: {
    'read an approved scale of the network': 'everybody: it says what joining costs',
    'read an approved scale of a forum': 'every person of its members, and its office',
    'see and change drafts, simulate, propose, return, discard': 'the office of the issuer and nobody else',
    'approve a scale': 'a person of the office of the issuer other than who proposed it',
  },
  desk: feesDesk,
  facts: {
    'fee-scale.begun': 'fees.fact-begun',
    'fee-scale.saved': 'fees.fact-saved',
    'fee-scale.proposed': 'fees.fact-proposed',
    'fee-scale.returned': 'fees.fact-returned',
    'fee-scale.approved': 'fees.fact-approved',
    'fee-scale.discarded': 'fees.fact-discarded',
  },
  personal: {
    'fee_decision.person_id': { erasure: 'keep' },
  },
  migrations: [createFees, owedScales],
  demonstration: loadScales,
}
