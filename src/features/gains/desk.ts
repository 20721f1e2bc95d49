// Where a coordinator writes down what membership brought.
import type { DeskPlace } from '#platform/duty-parts.ts'
import { gainsPath } from './paths.ts'

export const gainsDesk: readonly DeskPlace[] = [
  { label: 'gains.title', about: 'gains.desk', href: gainsPath, position: 21, for: 'coordinator' },
]
