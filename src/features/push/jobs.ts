// What is on its way to a device is sent after the commit.
import type { Listener } from '#platform/feature.ts'
import { deliver } from './actions/deliver.ts'

export const listeners: readonly Listener[] = [
  {
    name: 'push.send',
    facts: ['push-notice.raised'],
    hear: (fact, parts) => deliver(parts, Number(fact.data.delivery)),
  },
]
