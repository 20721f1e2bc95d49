// Where offices look after forums.
import type { DeskPlace } from '#platform/feature.ts'
import { forumsPath } from './paths.ts'

export const forumsDesk: readonly DeskPlace[] = [
  { label: 'forums.title', about: 'forums.desk', href: forumsPath, position: 20, for: 'office' },
]
