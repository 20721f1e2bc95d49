// After the commit the mail.
import type { Listener } from '#platform/feature.ts'
import { sendAsking } from './actions/send-asking.ts'

export const listeners: readonly Listener[] = [
  {
    name: 'experts.send-asking',
    facts: ['expert.entered', 'expert.changed'],
    hear: (fact, parts) => sendAsking(parts, Number(fact.data.expert)),
  },
]
