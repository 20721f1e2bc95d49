// The manifest of the desk: it knows no feature; features hand it the places where an office or a coordinator works.
import type { Feature } from '#platform/feature.ts'
import { deskPath } from './paths.ts'
import { routes } from './routes.tsx'

export const desk: Feature = {
  name: 'desk',
  routes,
  navigation: [
    { label: 'desk.office', href: deskPath, icon: 'briefcase', position: 90, for: 'office' },
    { label: 'desk.membership-short', href: deskPath, icon: 'briefcase', position: 90, for: 'coordinator' },
  ],
  permissions: { 'see where to work': 'offices and coordinators, each their own places' },
}
