// The manifest of what is kept about persons: taking it along, having it erased, and for how long it is kept.
import type { Feature } from '#platform/feature.ts'
import { commands } from './commands.ts'
import { erasureHome } from './home.tsx'
import { listeners, schedules } from './jobs.ts'
import { mailExamples } from './mail-examples.ts'
import { createPrivacy } from './migrations/001-create.ts'
import { permissions } from './permissions.ts'
import { routes } from './routes.tsx'
import { forgetUnconfirmed } from './store-erasure.ts'

export const privacy: Feature = {
  name: 'privacy',
  routes,
  open: ['GET /retention'],
  permissions,
  hears: listeners,
  schedules,
  home: [erasureHome],
  facts: {
    'erasure.asked': 'privacy.fact-asked',
    'erasure.confirmed': 'privacy.fact-confirmed',
    'erasure.withdrawn': 'privacy.fact-withdrawn',
    'person.erased': 'privacy.fact-erased',
  },
  mails: mailExamples,
  migrations: [createPrivacy],
  commands,
  personal: { 'erasure.person_id': { erasure: 'delete', part: 'account' } },
  retention: [
    { name: 'erasure', days: 3, forget: forgetUnconfirmed },
    { name: 'former' },
    { name: 'contribution' },
    { name: 'profile' },
    { name: 'visit' },
    { name: 'log' },
  ],
}
