// What happens after a city took over a practice: whoever wrote it is told by mail.
import type { Listener } from '#platform/feature.ts'
import { announceAdoption } from './actions/announce-adoption.ts'
import { noteAnnouncements } from './store-announcements.ts'

export const listeners: readonly Listener[] = [
  {
    name: 'adoptions.announce',
    facts: ['adoption.published'],
    hear: (fact, { system }) => noteAnnouncements(system, fact.contributionId ?? 0),
  },
  {
    name: 'adoptions.send-news',
    facts: ['adoption.announced'],
    hear: (fact, parts) => announceAdoption(parts, fact.contributionId ?? 0, Number(fact.data.person)),
  },
]
