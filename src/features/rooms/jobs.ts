// What happens after the commit and from time to time: mails about coming in, guests and invitations whose time is over, hosts who are gone.
import type { Listener, Schedule } from '#platform/feature.ts'
import { sendInvitation } from './actions/send-invitation.ts'
import { tellAnswer, tellHosts, tellNewHost } from './actions/tell-answers.ts'
import { endGuests, endInvitations, mindHosts } from './store-upkeep.ts'

export const listeners: readonly Listener[] = [
  {
    name: 'rooms.send-invitation',
    facts: ['room.invited'],
    hear: (fact, parts) => sendInvitation(parts, Number(fact.data.invitation)),
  },
  {
    name: 'rooms.tell-hosts',
    facts: ['room.requested', 'room.host-passed'],
    hear: (fact, parts) => (fact.name === 'room.requested' ? tellHosts : tellNewHost)(parts, fact),
  },
  {
    name: 'rooms.tell-answer',
    facts: ['room.member-admitted', 'room.member-declined'],
    hear: (fact, parts) => tellAnswer(parts, fact),
  },
]

export const schedules: readonly Schedule[] = [
  {
    name: 'rooms.upkeep',
    cron: '*/10 * * * *',
    run: async ({ system }) => {
      await endGuests(system)
      await endInvitations(system)
      await mindHosts(system)
    },
  },
]
