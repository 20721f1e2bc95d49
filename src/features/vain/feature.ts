// The manifest of what was searched in vain: the search tells of it, the office of the network reads it.
import type { Feature } from '#platform/feature.ts'
import { loadVain } from './demonstration.ts'
import { vainDesk } from './desk.ts'
import { vainHome } from './home.tsx'
import { schedules } from './jobs.ts'
import { createVain } from './migrations/001-create.ts'
import { routes } from './routes.tsx'
import { noteIfVain } from './searched.ts'
import { forgetOld } from './store.ts'

export const vain: Feature = {
  name: 'vain',
  uses: ['search'],
  desk: vainDesk,
  routes,
  permissions: { 'see what was searched in vain, tick it off': 'the office of the network' },
  searched: noteIfVain,
  schedules,
  home: vainHome,
  retention: [{ name: 'vain', days: 0, forget: forgetOld }],
  migrations: [createVain],
  demonstration: loadVain,
}
