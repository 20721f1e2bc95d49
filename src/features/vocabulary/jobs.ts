// What happens after a decision: mails to those who wait for it, and an index that knows the new words.
import type { Listener } from '#platform/feature.ts'
import { announceDecision } from './actions/announce-decision.ts'
import { indexAnew } from './actions/index-anew.ts'
import { noteAnnouncements } from './store-announcements.ts'

export const listeners: readonly Listener[] = [
  {
    name: 'vocabulary.announce',
    facts: ['proposal.accepted', 'proposal.declined'],
    hear: (fact, { system }) => noteAnnouncements(system, fact.contributionId ?? 0),
  },
  {
    name: 'vocabulary.send-news',
    facts: ['proposal.announced'],
    hear: (fact, parts) =>
      announceDecision(parts, fact.id, {
        proposalId: fact.contributionId ?? 0,
        personId: Number(fact.data.person),
      }),
  },
  {
    name: 'vocabulary.index-anew',
    facts: ['proposal.accepted', 'addition.indexed'],
    hear: (fact, parts) => indexAnew(parts, fact),
  },
]
