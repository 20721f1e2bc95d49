// The manifest of fees: what the scales say, who decides about them, and what they cost whom.
import type { Feature } from '#platform/feature.ts'
import { createFees } from './migrations/001-create.ts'

export const fees: Feature = {
  name: 'fees',
  permissions: {
    'read an approved scale of the network': 'everybody: it says what joining costs',
    'read an approved scale of a forum': 'every person of its members, and its office',
    'see and change drafts, simulate, propose, return, discard': 'the office of the issuer and nobody else',
    'approve a scale': 'a person of the office of the issuer other than who proposed it',
  },
  migrations: [createFees],
}
