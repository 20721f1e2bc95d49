// What payments do by themselves: send each letter of a round.
import type { Listener } from '#platform/feature.ts'
import { sendReminder } from './actions/send-reminder.ts'

export const listeners: readonly Listener[] = [
  {
    name: 'payments.send-reminder',
    facts: ['reminder.decided'],
    hear: (fact, parts) => sendReminder(parts, Number(fact.data['reminder'])),
  },
]
