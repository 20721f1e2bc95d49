// What webhooks do by themselves: note what happened, send what is due each minute, tell the office of one that was stopped.
import type { Listener, Schedule } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { sendDue } from './actions/send-due.ts'
import { webhookPath } from './paths.ts'
import { listOffice, noteDeliveries } from './store-sending.ts'
import { offeredFacts } from './webhook.ts'

export const listeners: readonly Listener[] = [
  {
    name: 'webhooks.note',
    facts: offeredFacts,
    hear: (fact, { system, now }) => noteDeliveries(system, fact, now()),
  },
  {
    name: 'webhooks.tell-office',
    facts: ['webhook.stopped'],
    hear: async ({ id, data }, { system, mail, settings }) => {
      const webhook = Number(data['webhook'] ?? 0)
      for (const { name, email, lang, address } of await listOffice(system, webhook)) {
        const t = translator(lang)
        const link = `${settings.baseUrl}${webhookPath(webhook)}`
        const subject = t('webhooks.mail-subject', { network: settings.networkName })
        await mail({
          to: email,
          subject,
          text: t('webhooks.mail', { name, address, link }),
          id: `webhook-${id}-${email}`,
        })
      }
    },
  },
]

export const schedules: readonly Schedule[] = [
  { name: 'webhooks.send', cron: '* * * * *', atStart: true, run: (parts) => sendDue(parts) },
]
