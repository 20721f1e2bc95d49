// The manifest of the audit trail: it knows no feature; it reads the facts that all of them record.
import type { Feature } from '#platform/feature.ts'
import { reading } from './migrations/001-reading.ts'
import { handingOver } from './migrations/002-handing-over.ts'
import { looks } from './migrations/003-looks.ts'
import { historyPath } from './paths.ts'
import { routes } from './routes.tsx'

const entry = { label: 'history.title', href: historyPath, icon: 'history', position: 95 }

export const history: Feature = {
  name: 'history',
  routes,
  navigation: [
    { ...entry, for: 'coordinator' },
    { ...entry, for: 'office' },
  ],
  permissions: {
    'read what was done in the name of an organisation':
      'its coordinator, and the offices that steer it; of contributions within their own reach only',
  },
  migrations: [reading, handingOver, looks],
}
