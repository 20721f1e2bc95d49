// The manifest of tables: practices taken out and brought in many at a time.
import type { Feature } from '#platform/feature.ts'
import { listEntry } from './list-entry.tsx'
import { createImports } from './migrations/001-create.ts'
import { exportRoutes } from './routes-export.tsx'
import { importRoutes } from './routes-import.tsx'
import { forgetOldRuns } from './store.ts'

export const tables: Feature = {
  name: 'tables',
  uses: ['practices'],
  routes: [...exportRoutes, ...importRoutes],
  open: [
    'GET /practices/export',
    'GET /practices/export.xlsx',
    'GET /practices/export.csv',
    'GET /practices/export.json',
    'GET /practices/schema',
    'GET /practices/schema.json',
  ],
  permissions: {
    'export practices': 'whoever can read them, never what is for named persons (TLP:RED)',
    'import practices': 'every signed-in person, as drafts of their own city',
    'read what was checked before an import': 'the person who brought the file, while in that city',
  },
  lists: [listEntry],
  personal: {
    'practice_import.person_id': { erasure: 'delete', part: 'imports' },
  },
  retention: [{ name: 'table', days: 2, forget: forgetOldRuns }],
  migrations: [createImports],
}
