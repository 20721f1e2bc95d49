// Days come: whoever begins or ends today is a member, or none, from midnight of the network's zone on.
import { dayOf } from '#kernel/locale.ts'
import type { Schedule } from '#platform/feature.ts'
import { settleMemberships } from './store-days.ts'
import { forgetOldRuns } from './store-import.ts'

export const schedules: readonly Schedule[] = [
  {
    name: 'memberships.settle',
    // Midnight in Brussels is one or the other, with the summer.
    cron: '1 22,23 * * *',
    atStart: true,
    run: async ({ system, now }) => {
      await settleMemberships(system, dayOf(now()))
    },
  },
  { name: 'memberships.forget-imports', cron: '50 2 * * *', run: ({ system, now }) => forgetOldRuns(system, now()) },
]
