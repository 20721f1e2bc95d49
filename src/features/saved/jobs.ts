// What saved searches do by themselves: match what comes in, send what is new, and keep up with the thesaurus.
import { dayOf } from '#kernel/locale.ts'
import type { Listener, Schedule } from '#platform/feature.ts'
import { matchContribution } from './actions/match-contribution.ts'
import { sendAlert } from './actions/send-alert.ts'
import { understandAnew } from './actions/understand-anew.ts'
import { raiseAgain, raiseDigests } from './store-alerts.ts'

export const listeners: readonly Listener[] = [
  {
    name: 'saved.match',
    facts: 'all',
    hear: (fact, { system, features }) => matchContribution(system, features, fact),
  },
  {
    name: 'saved.send',
    facts: ['alert.raised'],
    hear: (fact, parts) => sendAlert(parts, Number(fact.data.alert), fact.id),
  },
]

export const schedules: readonly Schedule[] = [
  // Between six and nine in the morning, from Lisbon to Helsinki, in winter and in summer.
  {
    name: 'saved.raise-digests',
    cron: '0 6 * * *',
    run: async ({ system, now }) => {
      await raiseAgain(system)
      await raiseDigests(system, dayOf(now()))
    },
  },
  {
    name: 'saved.understand-anew',
    cron: '10 2 * * *',
    run: ({ system }) => understandAnew(system),
  },
]
