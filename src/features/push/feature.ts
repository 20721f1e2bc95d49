// The manifest of push: notices on devices, for those who allow them.
import type { Feature } from '#platform/feature.ts'
import { listeners } from './jobs.ts'
import { createPush } from './migrations/001-create.ts'
import { addOneAfterTheOther } from './migrations/002-one-after-the-other.ts'
import { addWhoseWords } from './migrations/003-whose-words.ts'
import { routes } from './routes.tsx'
import { forgetDeliveries } from './store-deliveries.ts'

export const push: Feature = {
  name: 'push',
  routes,
  open: ['GET /push-worker.js'],
  permissions: {
    'allow notices on a device, and take that back':
      'every signed-in person, for the device before them; their own devices',
  },
  hears: listeners,
  facts: {
    'push-notice.raised': 'push.fact-raised',
    'push-device.allowed': 'push.fact-allowed',
    'push-device.removed': 'push.fact-removed',
  },
  personal: {
    'push_device.person_id': { erasure: 'delete', part: 'account' },
    'push_delivery.by_id': { erasure: 'empty' },
  },
  retention: [{ name: 'push', days: 7, forget: forgetDeliveries }, { name: 'push-device' }],
  migrations: [createPush, addOneAfterTheOther, addWhoseWords],
}
