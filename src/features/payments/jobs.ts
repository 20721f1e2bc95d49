// What payments do by themselves: send each letter of a round.
import type { Listener, Schedule } from '#platform/feature.ts'
import { sendLeft } from './actions/send-left.ts'
import { sendReminder } from './actions/send-reminder.ts'

export const listeners: readonly Listener[] = [
  {
    name: 'payments.send-reminder',
    facts: ['reminder.decided'],
    hear: (fact, parts) => sendReminder(parts, Number(fact.data['reminder'])),
  },
]

export const schedules: readonly Schedule[] = [{ name: 'payments.send-left', cron: '25 * * * *', run: sendLeft }]
