// What polls do by themselves: once an hour they see whose cities are to be reminded.
import type { Listener, Schedule } from '#platform/feature.ts'
import { raiseNotices } from '../notices/public.ts'
import { sendReminder } from './actions/send-reminder.ts'
import { askedPersons, noteReminders } from './store-reminders.ts'

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
    name: 'polls.tell-cities',
    facts: ['poll.asked', 'audience.changed'],
    hear: async ({ id: factId, contributionId }, { system }) => {
      if (contributionId === null) return
      await raiseNotices(system, { contributionId, factId, what: 'poll', candidates: askedPersons(contributionId) })
    },
  },
  {
    name: 'polls.send-reminder',
    facts: ['poll-reminder.noted'],
    hear: (fact, parts) =>
      sendReminder(parts, fact.id, { pollId: fact.contributionId ?? 0, personId: Number(fact.data.person) }),
  },
]
