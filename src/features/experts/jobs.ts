// After the commit the mail; once a day, who has not answered is forgotten.
import type { Listener, Schedule } from '#platform/feature.ts'
import { sendAsking } from './actions/send-asking.ts'
import { answerDays } from './expert.ts'
import { forgetUnanswered } from './store-asking.ts'

export const listeners: readonly Listener[] = [
  {
    name: 'experts.send-asking',
    facts: ['expert.entered'],
    hear: (fact, parts) => sendAsking(parts, Number(fact.data.expert)),
  },
]

export const schedules: readonly Schedule[] = [
  {
    name: 'experts.forget-unanswered',
    cron: '35 3 * * *',
    run: async ({ system, now }) =>
      void (await forgetUnanswered(system, new Date(now().getTime() - answerDays * 86_400_000))),
  },
]
