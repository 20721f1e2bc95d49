// What memberships do by themselves. Whom it concerns is told by mail. And days come: whoever begins or ends today is a member, or none, from midnight of the network's zone on.
import { dayOf } from '#kernel/locale.ts'
import type { Listener, Schedule } from '#platform/feature.ts'
import { sendNews } from './actions/send-news.ts'
import { tells } from './news.ts'
import { settleMemberships } from './store-days.ts'
import { noteNews } from './store-news.ts'

export const listeners: readonly Listener[] = [
  {
    name: 'memberships.announce',
    facts: Object.keys(tells),
    hear: (fact, { system }) => noteNews(system, fact.id),
  },
  {
    name: 'memberships.send-news',
    facts: ['membership.announced'],
    hear: (fact, parts) =>
      sendNews(parts, { fact: Number(fact.data['of']), person: Number(fact.data['person']), heard: fact.id }),
  },
]

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
]
