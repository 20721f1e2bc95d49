// What happens after the commit and from time to time: mails with links, noting last use, forgetting what has expired.
import type { Listener, Schedule } from '#platform/feature.ts'
import { sendLink } from './actions/ask-for-link.ts'

const numberFrom = (value: unknown): number => Number(value) || 0

export const listeners: readonly Listener[] = [
  {
    name: 'accounts.send-sign-in-link',
    facts: ['sign-in-link.requested'],
    hear: (fact, parts) => sendLink(parts, numberFrom(fact.data['link'])),
  },
]

export const schedules: readonly Schedule[] = []
