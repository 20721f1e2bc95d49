// Mails after the commit: the address of a file, and the welcome.
import type { Listener } from '#platform/feature.ts'
import { sendAddress } from './actions/send-address.ts'
import { sendWelcome } from './actions/send-welcome.ts'

export const listeners: readonly Listener[] = [
  {
    name: 'accession.send-address',
    facts: ['enquiry.received', 'enquiry-address.requested'],
    hear: (fact, parts) => sendAddress(parts, Number(fact.data.accession)),
  },
  {
    name: 'accession.send-welcome',
    facts: ['enquiry.admitted'],
    hear: (fact, parts) => sendWelcome(parts, Number(fact.data.accession)),
  },
]
