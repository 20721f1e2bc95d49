// The manifest of invoices: made once a year for every member, sent, corrected by credit note.
import type { Feature } from '#platform/feature.ts'
import { atMembers } from './at-members.tsx'
import { commands } from './commands.ts'
import { loadInvoices } from './demonstration.ts'
import { invoicesDesk } from './desk.ts'
import { listeners } from './jobs.ts'
import { mailExamples } from './mail-examples.ts'
import { createInvoices } from './migrations/001-create.ts'
import { billed } from './migrations/002-billed.ts'
import { takenBack } from './migrations/003-taken-back.ts'
import { permissions } from './permissions.ts'
import { routes } from './routes.tsx'
import { invoiceRoutes } from './routes-invoice.tsx'
import { runRoutes } from './routes-run.tsx'
import { sideRoutes } from './routes-sides.tsx'
import { yearRoutes } from './routes-year.tsx'

export const invoices: Feature = {
  name: 'invoices',
  uses: ['fees', 'members', 'memberships'],
  // Those with a name before those with a number in its place.
  routes: [...routes, ...sideRoutes, ...yearRoutes, ...runRoutes, ...invoiceRoutes],
  permissions,
  hears: listeners,
  members: [atMembers],
  desk: invoicesDesk,
  facts: {
    'fee-run.completed': 'invoices.fact-run-made',
    'invoice.released': 'invoices.fact-released',
    'invoice.queued': 'invoices.fact-queued',
    'invoice.sent': 'invoices.fact-sent',
    'invoice.credited': 'invoices.fact-credited',
    'invoice.replaced': 'invoices.fact-replaced',
    'issuer.changed': 'invoices.fact-issuer-changed',
    'billing.changed': 'invoices.fact-billing-changed',
  },
  personal: {
    'issuer.contact_email': { by: 'address', erasure: ['contact_name', 'contact_phone', 'contact_email'] },
    'issuer.updated_by': { erasure: 'keep' },
    'billing.email': { by: 'address', erasure: ['email'] },
    'billing.updated_by': { erasure: 'keep' },
    'fee_run.made_by': { erasure: 'keep' },
    'invoice.made_by': { erasure: 'keep' },
    'invoice.released_by': { erasure: 'keep' },
  },
  retention: [{ name: 'invoice' }],
  mails: mailExamples,
  migrations: [createInvoices, billed, takenBack],
  commands,
  demonstration: loadInvoices,
}
