// What webhooks do by themselves: note what happened, send what is due each minute, tell the office of one that was stopped.

import type { Lang } from '#kernel/locale.ts'
import type { Listener, MailWords, Schedule } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { whenToMail } from '../notices/public.ts'
import { sendDue } from './actions/send-due.ts'
import { webhookPath } from './paths.ts'
import { listOffice, noteDeliveries } from './store-sending.ts'
import { offeredFacts } from './webhook.ts'

/** To one of the office, of an address that gets nothing more. */
export function wordsOf(
  to: { readonly name: string; readonly lang: Lang; readonly address: string },
  network: string,
  link: string,
): MailWords {
  const t = translator(to.lang)
  const { name, address } = to
  return {
    subject: t('webhooks.mail-subject', { network }),
    text: t('webhooks.mail', { name, address, link }),
    why: t('webhooks.mail-why'),
  }
}

export const listeners: readonly Listener[] = [
  {
    name: 'webhooks.note',
    facts: offeredFacts,
    hear: (fact, { system, now }) => noteDeliveries(system, fact, now()),
  },
  {
    name: 'webhooks.tell-office',
    facts: ['webhook.stopped'],
    hear: async ({ id, data }, { system, mail, settings, now }) => {
      const webhook = Number(data['webhook'] ?? 0)
      for (const person of await listOffice(system, webhook)) {
        if ((await whenToMail({ system, now }, { personId: person.id, factId: id })) !== 'now') continue
        const link = `${settings.baseUrl}${webhookPath(webhook)}`
        const words = wordsOf(person, settings.networkName, link)
        await mail({ to: person.email, ...words, id: `webhook-${id}-${person.email}` })
      }
    },
  },
]

export const schedules: readonly Schedule[] = [
  { name: 'webhooks.send', cron: '* * * * *', atStart: true, run: (parts) => sendDue(parts) },
]
