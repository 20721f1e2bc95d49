// What digests do by themselves.
import type { Listener, Schedule } from '#platform/feature.ts'
import { raiseDigests } from './actions/raise-digests.ts'
import { sendCopy } from './actions/send-copy.ts'
import { sendDigests } from './actions/send-digests.ts'

export const listeners: readonly Listener[] = [
  { name: 'digests.send', facts: ['digest.raised'], hear: (_, parts) => sendDigests(parts) },
  {
    name: 'digests.send-copy',
    facts: ['digest.requested'],
    hear: (fact, parts) => sendCopy(parts, fact.actorId ?? 0, fact.id),
  },
]

export const schedules: readonly Schedule[] = [{ name: 'digests.raise', cron: '0 * * * *', run: raiseDigests }]
