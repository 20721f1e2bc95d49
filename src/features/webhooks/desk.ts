// Where offices connect systems of their own.
import type { DeskPlace } from '#platform/duty-parts.ts'
import { webhooksPath } from './paths.ts'

export const webhooksDesk: readonly DeskPlace[] = [
  { label: 'webhooks.title', about: 'webhooks.desk', href: webhooksPath, position: 90, for: 'office' },
]
