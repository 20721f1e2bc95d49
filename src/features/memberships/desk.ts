// Where an office looks after memberships, and where a coordinator finds the own one.
import type { DeskPlace } from '#platform/feature.ts'
import { comingPath, figuresPath, oursPath } from './paths.ts'

export const membershipsDesk: readonly DeskPlace[] = [
  { label: 'memberships.coming', about: 'memberships.coming-desk', href: comingPath, position: 10, for: 'office' },
  { label: 'memberships.figures', about: 'memberships.figures-desk', href: figuresPath, position: 15, for: 'office' },
  { label: 'memberships.ours', about: 'memberships.ours-desk', href: oursPath, position: 10, for: 'coordinator' },
]
