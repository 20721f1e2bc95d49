// The manifest of drafting: a practice begins from a file or a pasted text.
import type { Feature } from '#platform/feature.ts'
import { createDrafting } from './migrations/001-create.ts'
import { insteadOfTyping, startHere, stillWaiting } from './parts.tsx'
import { routes } from './routes.tsx'
import { placingRoutes } from './routes-placing.tsx'
import { forgetOldSections } from './store.ts'

export const drafting: Feature = {
  name: 'drafting',
  uses: ['practices'],
  routes: [...routes, ...placingRoutes],
  permissions: {
    'start a practice from a file': 'every signed-in person, for their own city',
    'see and place the sections of a file': 'whoever may change the practice',
  },
  beside: [stillWaiting],
  lists: [startHere, insteadOfTyping],
  retention: [{ name: 'section', days: 180, forget: forgetOldSections }],
  migrations: [createDrafting],
}
