// What an office does about new members, for its desk: how many files wait for its decision.
import type { DeskPlace } from '#platform/duty-parts.ts'
import { waitingFor } from './accession.ts'
import { accessionsPath } from './paths.ts'
import { listAccessions } from './store.ts'

export const accessionDesk: readonly DeskPlace[] = [
  {
    label: 'accession.list',
    about: 'accession.desk',
    href: accessionsPath,
    position: 10,
    for: 'office',
    waiting: async ({ var: { db } }) =>
      (await listAccessions(db)).filter(({ kinds }) => waitingFor(kinds)?.side === 'office').length,
  },
]
