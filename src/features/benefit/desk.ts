// Where a coordinator finds the page for the council.
import type { DeskPlace } from '#platform/feature.ts'
import { ownBenefitPath } from './paths.ts'

export const benefitDesk: readonly DeskPlace[] = [
  { label: 'benefit.title', about: 'benefit.desk', href: ownBenefitPath, position: 20, for: 'coordinator' },
]
