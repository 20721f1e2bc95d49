// What saved searches do by themselves: match what comes in, send what is new, and keep up with the thesaurus.
import type { Listener, Schedule } from '#platform/feature.ts'
import { matchContribution } from './actions/match-contribution.ts'
import { sendAlert } from './actions/send-alert.ts'
import { understandAnew } from './actions/understand-anew.ts'
import { raiseAgain } from './store-alerts.ts'

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
  {
    name: 'saved.raise-again',
    cron: '0 6 * * *',
    run: ({ system }) => raiseAgain(system),
  },
  {
    name: 'saved.understand-anew',
    cron: '10 2 * * *',
    run: ({ system }) => understandAnew(system),
  },
]
