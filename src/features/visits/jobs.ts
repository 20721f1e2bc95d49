// What happens after a step on the way to a visit: the other city is told by mail. And what a municipality that merged had ahead is its successor's.
import { dayOf } from '#kernel/locale.ts'
import type { Listener } from '#platform/feature.ts'
import { tellStep } from './actions/tell-step.ts'
import { followMerger } from './store-agreements.ts'

export const listeners: readonly Listener[] = [
  {
    name: 'visits.tell-step',
    facts: ['visit.asked', 'visit.proposed', 'visit.agreed', 'visit.ended'],
    hear: (fact, parts) => tellStep(parts, fact.id, Number(fact.data.step)),
  },
  {
    name: 'visits.follow-merger',
    // A membership that ended, whatever ended it; told in the transaction in which the successor's begins.
    facts: ['member.changed'],
    hear: async (fact, { system, now }) => {
      if (fact.organisationId !== null) await followMerger(system, fact.organisationId, dayOf(now()))
    },
  },
]
