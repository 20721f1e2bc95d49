// The manifest of notices: what somebody watches, what is new for them, and how they hear of it.
import type { Feature } from '#platform/feature.ts'
import { noticesDigest } from './digest.ts'
import { createNotices } from './migrations/001-create.ts'
import { forgetNotices } from './store.ts'

export const notices: Feature = {
  name: 'notices',
  digest: noticesDigest,
  personal: {
    'subscription.person_id': { erasure: 'delete', part: 'watching' },
    'notice_rhythm.person_id': { erasure: 'delete', part: 'watching' },
    'notice_setting.person_id': { erasure: 'delete', part: 'watching' },
    'notice.person_id': { erasure: 'delete', part: 'watching' },
    'notice_later.person_id': { erasure: 'delete' },
  },
  retention: [{ name: 'notice', days: 30, forget: forgetNotices }],
  migrations: [createNotices],
}
