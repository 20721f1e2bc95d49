// What the network's office does about words that found nothing, for its desk.
import type { DeskPlace } from '#platform/duty-parts.ts'
import { vainPath } from './paths.ts'
import { maySeeVain } from './permissions.ts'
import { countVain } from './store.ts'

export const vainDesk: readonly DeskPlace[] = [
  {
    label: 'vain.title',
    about: 'vain.desk',
    href: vainPath,
    position: 85,
    for: 'office',
    open: maySeeVain,
    waiting: ({ var: { db } }) => countVain(db),
  },
]
