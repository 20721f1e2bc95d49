// The manifest of feeds: what is public, for whoever follows it with a feed reader.
import type { Feature } from '#platform/feature.ts'
import { routes } from './routes.tsx'

export const feeds: Feature = {
  name: 'feeds',
  uses: ['vocabulary'],
  routes,
  open: [
    'GET /feeds',
    'GET /feeds/all.atom',
    'GET /feeds/kinds/:file',
    'GET /feeds/concepts/:file',
    'GET /feeds/countries/:file',
    'GET /feeds/members/:file',
  ],
  permissions: {
    'read a feed': 'everybody; there is nothing in it but what visitors read on the pages',
  },
}
