// Where the office works with payments, and where a coordinator sees the member's account.
import type { DeskPlace } from '#platform/duty-parts.ts'
import { signedIn } from '#platform/http/visit.ts'
import { ownPath, paymentsPath } from './paths.ts'
import { issuerOf, keepsBooks, seesOwnAccount } from './permissions.ts'
import { countWaitingEntries } from './store-entries.ts'

export const paymentsDesk: readonly DeskPlace[] = [
  {
    label: 'payments.title',
    about: 'payments.desk-about',
    href: paymentsPath,
    position: 70,
    for: 'office',
    open: keepsBooks,
    waiting: (c) => countWaitingEntries(c.var.db, issuerOf(signedIn(c))),
  },
  {
    label: 'payments.own-title',
    about: 'payments.desk-own',
    href: ownPath,
    position: 70,
    for: 'coordinator',
    open: seesOwnAccount,
  },
]
