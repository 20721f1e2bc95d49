// What practices do by themselves: once a day they ask their authors whether they still hold.
import type { Listener, Schedule } from '#platform/feature.ts'
import { askStillTrue } from './actions/ask-still-true.ts'
import { takeRound } from './store-currency.ts'

export const schedules: readonly Schedule[] = [
  {
    name: 'practices.take-round',
    cron: '40 5 * * *',
    run: ({ system, now, settings }) => takeRound(system, now(), settings.confirmAfterDays),
  },
]

export const listeners: readonly Listener[] = [
  {
    name: 'practices.ask-still-true',
    facts: ['confirmation.requested'],
    hear: (fact, parts) => askStillTrue(parts, fact.id, fact.contributionId ?? 0),
  },
]
