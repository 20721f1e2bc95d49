// What happens after a reply was given: whoever it concerns is told by mail.
import type { Listener } from '#platform/feature.ts'
import { announceCoAuthor } from './actions/announce-co-author.ts'
import { announceReply } from './actions/announce-reply.ts'
import { noteAnnouncements } from './store-announcements.ts'

export const listeners: readonly Listener[] = [
  {
    name: 'discussion.ask-co-author',
    facts: ['co-author.named'],
    hear: (fact, parts) => announceCoAuthor(parts, fact.contributionId ?? 0, Number(fact.data.person)),
  },
  {
    name: 'discussion.announce',
    facts: ['reply.given'],
    hear: (fact, { system }) => noteAnnouncements(system, Number(fact.data.reply ?? 0), fact.contributionId ?? 0),
  },
  {
    name: 'discussion.send-reply',
    facts: ['reply.announced'],
    hear: (fact, parts) => announceReply(parts, Number(fact.data.reply), Number(fact.data.person)),
  },
]
