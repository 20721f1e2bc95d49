// The manifest of the interface for programs.
import type { Feature } from '#platform/feature.ts'
import { routes } from './routes.ts'

export const api: Feature = {
  name: 'api',
  uses: ['search'],
  routes,
  open: ['GET /api/v1/search'],
  permissions: { search: 'everybody for public things; a person with a token for what their audiences reach' },
}
