// Where an office makes and sends invoices, and a coordinator finds those of the city.
import type { DeskPlace } from '#platform/duty-parts.ts'
import { invoicesPath, issuerPath, sharesPath } from './paths.ts'
import { booksOf, hasShares } from './permissions.ts'
import { countUnreleased } from './store-entries.ts'

export const invoicesDesk: readonly DeskPlace[] = [
  {
    ...{ label: 'invoices.title', about: 'invoices.desk', href: invoicesPath, position: 40, for: 'office' },
    waiting: ({ var: { db, viewer } }) => countUnreleased(db, booksOf(viewer)),
  },
  { label: 'invoices.issuer', about: 'invoices.desk-issuer', href: issuerPath, position: 42, for: 'office' },
  {
    ...{ label: 'invoices.shares', about: 'invoices.desk-shares', href: sharesPath, position: 44, for: 'office' },
    open: hasShares,
  },
  { label: 'invoices.own', about: 'invoices.desk-own', href: invoicesPath, position: 40, for: 'coordinator' },
]
