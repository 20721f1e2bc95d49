// What payments do by themselves: send each letter of a round, to each recipient by itself.
import type { Listener, Schedule } from '#platform/feature.ts'
import { addressReminder } from './actions/address-reminder.ts'
import { sendLeft } from './actions/send-left.ts'
import { sendReminder } from './actions/send-reminder.ts'

export const listeners: readonly Listener[] = [
  {
    name: 'payments.send-reminder',
    facts: ['reminder.decided'],
    hear: (fact, parts) => addressReminder(parts, Number(fact.data['reminder'])),
  },
  {
    name: 'payments.deliver-reminder',
    facts: ['reminder.addressed'],
    hear: (fact, parts) => sendReminder(parts, Number(fact.data['delivery'])),
  },
]

export const schedules: readonly Schedule[] = [{ name: 'payments.send-left', cron: '25 * * * *', run: sendLeft }]
