// Where the office of the network looks after translation.
import type { DeskPlace } from '#platform/duty-parts.ts'
import { officePath } from './paths.ts'
import { maySetTranslation } from './permissions.ts'

export const translationDesk: readonly DeskPlace[] = [
  {
    label: 'translation.title',
    about: 'translation.desk',
    href: officePath,
    position: 88,
    for: 'office',
    open: maySetTranslation,
  },
]
