// What happens after a gathered practice was published, or reaches more: whoever is quoted in it is told by mail, once.
import type { Listener } from '#platform/feature.ts'
import { announceGathered } from './actions/announce-gathered.ts'
import { noteAnnouncements } from './store.ts'

export const listeners: readonly Listener[] = [
  {
    name: 'gathering.announce',
    facts: ['practice.published', 'audience.changed'],
    hear: (fact, { system }) => noteAnnouncements(system, fact.contributionId ?? 0),
  },
  {
    name: 'gathering.send-news',
    facts: ['quotation.announced'],
    hear: (fact, parts) =>
      announceGathered(parts, fact.id, {
        practiceId: fact.contributionId ?? 0,
        personId: Number(fact.data.person),
      }),
  },
]
