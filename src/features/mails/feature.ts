// The manifest of mails: what waits, what failed, and addresses that are paused.
import type { Feature } from '#platform/feature.ts'
import { createMails } from './migrations/001-create.ts'

export const mails: Feature = {
  name: 'mails',
  personal: {
    'mail.email': { by: 'address', erasure: 'delete' },
    'paused_address.email': { by: 'address', erasure: 'delete' },
  },
  migrations: [createMails],
}
