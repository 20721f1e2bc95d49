// The manifest of what membership brought and the platform cannot know.
import type { Feature } from '#platform/feature.ts'
import { gainBenefit } from './benefit.ts'
import { loadGains } from './demonstration.ts'
import { gainsDesk } from './desk.ts'
import { createGains } from './migrations/001-create.ts'
import { permissions } from './permissions.ts'
import { routes } from './routes.tsx'

export const gains: Feature = {
  name: 'gains',
  uses: ['members'],
  routes,
  permissions,
  desk: gainsDesk,
  benefits: [gainBenefit],
  facts: {
    'gain.recorded': 'gains.fact-recorded',
    'gain.changed': 'gains.fact-changed',
    'gain.removed': 'gains.fact-removed',
  },
  personal: { 'gain.recorded_by': { erasure: 'keep', part: 'gains' } },
  migrations: [createGains],
  demonstration: loadGains,
}
