// The manifest of the page that says what membership yields.
import type { Feature } from '#platform/feature.ts'
import { benefitDesk } from './desk.ts'
import { routes } from './routes.tsx'

export const benefit: Feature = {
  name: 'benefit',
  routes,
  permissions: { 'read what membership yields a city': 'its people, and the offices that steer it' },
  desk: benefitDesk,
}
