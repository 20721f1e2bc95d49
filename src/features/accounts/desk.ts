// What coordinators and offices do about colleagues, for their desk.
import type { DeskPlace } from '#platform/duty-parts.ts'
import { paths } from './paths.ts'

const place = {
  label: 'accounts.colleagues',
  about: 'accounts.colleagues-desk',
  href: paths.colleagues(),
  position: 60,
}

export const accountsDesk: readonly DeskPlace[] = [
  { ...place, for: 'coordinator' },
  { ...place, for: 'office' },
]
