// The manifest of the interface for programs.
import type { Feature } from '#platform/feature.ts'
import { routes } from './routes.ts'
import { conceptRoutes } from './routes-concepts.ts'

export const api: Feature = {
  name: 'api',
  uses: ['search', 'vocabulary'],
  routes: [...routes, ...conceptRoutes],
  open: ['GET /api/v1/search', 'GET /api/v1/concepts', 'GET /api/v1/concepts/:slug'],
  permissions: {
    search: 'everybody for public things; a person with a token for what their audiences reach',
    'read concepts of the thesaurus': 'everybody',
  },
}
