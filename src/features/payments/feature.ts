// The manifest of payments: what came in, what is open, and how it is asked for.
import type { Feature } from '#platform/feature.ts'
import { loadPayments } from './demonstration.ts'
import { paymentsDesk } from './desk.ts'
import { listeners, schedules } from './jobs.ts'
import { mailExamples } from './mail-examples.ts'
import { createPayments } from './migrations/001-create.ts'
import { createReminders } from './migrations/002-reminders.ts'
import { createUndoing } from './migrations/003-undoing.ts'
import { createDeliveries } from './migrations/004-deliveries.ts'
import { routes } from './routes.tsx'
import { accountRoutes } from './routes-accounts.tsx'
import { entryRoutes } from './routes-entries.tsx'
import { ownRoutes } from './routes-own.tsx'
import { reminderRoutes } from './routes-reminders.tsx'

export const payments: Feature = {
  name: 'payments',
  uses: ['invoices'],
  routes: [...routes, ...entryRoutes, ...accountRoutes, ...reminderRoutes, ...ownRoutes],
  permissions: {
    'read bank statements, decide about payments': 'the office whose books they are, and no other office',
    'see what is open, hold a member back, send reminders': 'the office whose books they are',
    'see what a member owes and paid': 'that office, and whoever coordinates the member; its colleagues do not',
  },
  hears: listeners,
  schedules,
  desk: paymentsDesk,
  facts: {
    'statement.read': 'payments.fact-read',
    'payment.matched': 'payments.fact-matched',
    'payment.settled': 'payments.fact-settled',
    'payment.excluded': 'payments.fact-aside',
    'payment.returned': 'payments.fact-returned',
    'payment.released': 'payments.fact-undone',
    'credit.used': 'payments.fact-credit-used',
    'credit.refunded': 'payments.fact-refunded',
    'credit.restored': 'payments.fact-credit-restored',
    'reminder.decided': 'payments.fact-reminded',
    'reminder.addressed': 'payments.fact-addressed',
    'reminders.arranged': 'payments.fact-arranged',
    'reminders.held': 'payments.fact-held',
    'reminders.resumed': 'payments.fact-resumed',
  },
  personal: {
    'bank_file.brought_by': { erasure: 'keep' },
    'bank_columns.told_by': { erasure: 'keep' },
    'settlement.made_by': { erasure: 'keep' },
    'reminder_setting.changed_by': { erasure: 'keep' },
    'reminder_delivery.person_id': { erasure: 'keep' },
    'reminder_hold.held_by': { erasure: 'keep' },
    'reminder_hold.ended_by': { erasure: 'keep' },
    'reminder_round.made_by': { erasure: 'keep' },
  },
  retention: [{ name: 'bank' }],
  mails: mailExamples,
  migrations: [createPayments, createReminders, createUndoing, createDeliveries],
  demonstration: loadPayments,
}
