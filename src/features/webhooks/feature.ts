// The manifest of webhooks: systems of an office's own are told what happens, as far as the office could read it.
import type { Feature } from '#platform/feature.ts'
import { webhooksDesk } from './desk.ts'
import { listeners, schedules } from './jobs.ts'
import { mailExamples } from './mail-examples.ts'
import { createWebhooks } from './migrations/001-create.ts'
import { routes } from './routes.tsx'
import { forgetDeliveries } from './store-sending.ts'
import { logDays } from './webhook.ts'

export const webhooks: Feature = {
  name: 'webhooks',
  uses: ['notices'],
  routes,
  permissions: {
    'register, renew, pause, remove a webhook, read its log, send a message again': 'each office its own',
    'read how messages look and are signed': 'offices',
  },
  facts: {
    'webhook.registered': 'webhooks.fact-registered',
    'webhook.removed': 'webhooks.fact-removed',
    'webhook.stopped': 'webhooks.fact-stopped',
  },
  hears: listeners,
  schedules,
  mails: mailExamples,
  desk: webhooksDesk,
  personal: { 'webhook.created_by': { erasure: 'empty' } },
  retention: [{ name: 'webhook', days: logDays, forget: forgetDeliveries }],
  migrations: [createWebhooks],
}
