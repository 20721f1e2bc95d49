// What happens after a step on the way to a visit: the other city is told by mail.
import type { Listener } from '#platform/feature.ts'
import { tellStep } from './actions/tell-step.ts'

export const listeners: readonly Listener[] = [
  {
    name: 'visits.tell-step',
    facts: ['visit.asked', 'visit.proposed', 'visit.agreed', 'visit.ended'],
    hear: (fact, parts) => tellStep(parts, fact.id, Number(fact.data.step)),
  },
]
