// What happens after the commit and from time to time: mails with links, and noting last use.
import type { Listener, Schedule } from '#platform/feature.ts'
import { takeUses } from '#platform/identity/last-use.ts'
import { sendLink } from './actions/ask-for-link.ts'
import { sendInvitation } from './actions/invite-person.ts'
import { tellHeir } from './actions/tell-heir.ts'
import { keepUses } from './store-upkeep.ts'

export const listeners: readonly Listener[] = [
  {
    name: 'accounts.send-sign-in-link',
    facts: ['sign-in-link.requested'],
    hear: (fact, parts) => sendLink(parts, Number(fact.data.link)),
  },
  {
    name: 'accounts.send-invitation',
    facts: ['person.invited'],
    hear: (fact, parts) => sendInvitation(parts, Number(fact.data.invitation)),
  },
  { name: 'accounts.tell-heir', facts: ['person.succeeded'], hear: (fact, parts) => tellHeir(parts, fact) },
]

export const schedules: readonly Schedule[] = [
  { name: 'accounts.keep-last-use', cron: '*/5 * * * *', run: ({ system }) => keepUses(system, takeUses()) },
]
