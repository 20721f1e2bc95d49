// Mails after the commit: the address of a file, the welcome, and the reason of a refusal.
import type { Listener } from '#platform/feature.ts'
import { sendAddress } from './actions/send-address.ts'
import { sendRefusal } from './actions/send-refusal.ts'
import { sendWelcome } from './actions/send-welcome.ts'
import type { Addressee } from './addressees.ts'

/** One job for each mail: what fails for one is not sent twice to the other. */
const refusalTo = (who: Addressee): Pick<Listener, 'facts' | 'hear'> => ({
  facts: ['enquiry.continued'],
  hear: async ({ data }, parts) => {
    if (data.step === 'refusal') await sendRefusal(parts, Number(data.accession), who)
  },
})

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
  { name: 'accession.send-refusal', ...refusalTo('enquirer') },
  { name: 'accession.send-refusal-to-coordinator', ...refusalTo('coordinator') },
]
