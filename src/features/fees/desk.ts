// Where an office works on its scales, and a coordinator sees what the city pays, for their desks.
import type { DeskPlace } from '#platform/duty-parts.ts'
import { feesPath } from './paths.ts'
import { countProposed } from './store.ts'

const place = { label: 'fees.title', href: feesPath, position: 30 } as const

export const feesDesk: readonly DeskPlace[] = [
  {
    ...place,
    about: 'fees.desk-office',
    for: 'office',
    waiting: ({ var: { db, viewer } }) => countProposed(db, viewer),
  },
  { ...place, about: 'fees.desk-coordinator', for: 'coordinator' },
]
