// What the network's office does about proposals for the vocabulary, for its desk.
import type { DeskPlace } from '#platform/duty-parts.ts'
import { proposalsPath } from './paths.ts'
import { mayDecideProposals } from './permissions.ts'
import { countOpenProposals } from './store-lists.ts'

export const vocabularyDesk: readonly DeskPlace[] = [
  {
    label: 'vocabulary.proposals',
    about: 'vocabulary.proposals-desk',
    href: proposalsPath,
    position: 80,
    for: 'office',
    open: mayDecideProposals,
    waiting: ({ var: { db } }) => countOpenProposals(db),
  },
]
