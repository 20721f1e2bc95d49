// The manifest of mails: what waits, what failed, and addresses that are paused.
import type { Feature } from '#platform/feature.ts'
import { sendConfirmation } from './actions/ask-confirmation.ts'
import { mailsDesk } from './desk.ts'
import { ownPause } from './home.tsx'
import { mailExamples } from './mail-examples.ts'
import { createMails } from './migrations/001-create.ts'
import { judgeWhenItLeaves } from './migrations/002-judge-when-it-leaves.ts'
import { judgeWhoseWords } from './migrations/003-whose-words.ts'
import { permissions } from './permissions.ts'
import { routes } from './routes.tsx'
import { forgetMails, forgetMessages, forgetWorthless } from './store.ts'

export const mails: Feature = {
  name: 'mails',
  routes,
  open: ['GET /mails/confirmation', 'POST /mails/confirmation'],
  permissions,
  facts: {
    'mail-confirmation.requested': 'mails.fact-asked',
    'mail.repeated': 'mails.fact-again',
  },
  hears: [
    {
      name: 'mails.send-confirmation',
      facts: ['mail-confirmation.requested'],
      hear: (fact, parts) => sendConfirmation(parts, Number(fact.actorId), fact.id),
    },
  ],
  schedules: [
    {
      name: 'mails.forget-worthless',
      cron: '*/5 * * * *',
      run: async ({ system, now }) => void (await forgetWorthless(system, now())),
    },
  ],
  home: [ownPause],
  desk: mailsDesk,
  personal: {
    'mail.person_id': { erasure: 'delete' },
    'mail.by_id': { erasure: 'empty' },
    'mail.email': { by: 'address', erasure: 'delete' },
    'paused_address.email': { by: 'address', erasure: 'delete' },
  },
  retention: [
    { name: 'mail-text', days: 3, forget: forgetMessages },
    { name: 'mail', days: 30, forget: forgetMails },
  ],
  mails: mailExamples,
  migrations: [createMails, judgeWhenItLeaves, judgeWhoseWords],
}
