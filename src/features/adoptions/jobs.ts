// What happens after a city took over a practice: whoever wrote it is told by mail.
import type { Listener } from '#platform/feature.ts'
import { raiseNotices } from '../notices/public.ts'
import { announceAdoption } from './actions/announce-adoption.ts'
import { noteAnnouncements, practiceWatchers } from './store-announcements.ts'
import { handContactsOn } from './store-contacts.ts'

export const listeners: readonly Listener[] = [
  {
    name: 'adoptions.hand-on',
    facts: ['person.succeeded'],
    hear: (fact, { system }) => handContactsOn(system, Number(fact.data.person), Number(fact.data.heir)),
  },
  {
    name: 'adoptions.announce',
    facts: ['adoption.published'],
    hear: (fact, { system }) => noteAnnouncements(system, fact.contributionId ?? 0),
  },
  {
    name: 'adoptions.tell-watchers',
    facts: ['adoption.published'],
    hear: async ({ id: factId, contributionId }, { system }) => {
      if (contributionId === null) return
      const candidates = practiceWatchers(contributionId)
      await raiseNotices(system, { contributionId, factId, what: 'adopted', candidates })
    },
  },
  {
    name: 'adoptions.send-news',
    facts: ['adoption.announced'],
    hear: (fact, parts) =>
      announceAdoption(parts, fact.id, {
        adoptionId: fact.contributionId ?? 0,
        personId: Number(fact.data.person),
      }),
  },
]
