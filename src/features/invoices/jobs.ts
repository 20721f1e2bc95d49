// What happens after the office said "send": each invoice becomes a job, and each job one mail.
import type { Fact } from '#platform/facts.ts'
import type { Listener } from '#platform/feature.ts'
import { sendInvoice } from './actions/send-invoice.ts'
import { queueReleased, type Which } from './store-sending.ts'

const which = ({ data }: Fact): Which =>
  data['run'] === undefined ? { invoice: Number(data['invoice']) } : { run: Number(data['run']) }

export const listeners: readonly Listener[] = [
  {
    name: 'invoices.queue',
    facts: ['invoice.released'],
    hear: (fact, { system }) => queueReleased(system, which(fact)),
  },
  {
    name: 'invoices.send',
    facts: ['invoice.queued'],
    hear: (fact, parts) => sendInvoice(parts, Number(fact.data['invoice'])),
  },
]
