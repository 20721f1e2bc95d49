// What polls do by themselves: once an hour they see whose cities are to be reminded.
import type { Listener, Schedule } from '#platform/feature.ts'
import { sendReminder } from './actions/send-reminder.ts'
import { noteReminders } from './store-reminders.ts'

export const schedules: readonly Schedule[] = [
  {
    name: 'polls.note-reminders',
    cron: '25 * * * *',
    atStart: true,
    run: ({ system, now }) => noteReminders(system, now()),
  },
]

export const listeners: readonly Listener[] = [
  {
    name: 'polls.send-reminder',
    facts: ['poll-reminder.noted'],
    hear: (fact, parts) =>
      sendReminder(parts, fact.id, { pollId: fact.contributionId ?? 0, personId: Number(fact.data.person) }),
  },
]
