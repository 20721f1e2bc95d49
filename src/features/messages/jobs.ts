// What happens after a message was sent: its reader is told by mail that somebody wrote.
import type { Listener } from '#platform/feature.ts'
import { tellReader } from './actions/tell-reader.ts'

export const listeners: readonly Listener[] = [
  {
    name: 'messages.tell-reader',
    facts: ['message.sent'],
    hear: (fact, parts) => tellReader(parts, fact.id, fact.contributionId ?? 0),
  },
]
