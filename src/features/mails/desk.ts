// Where an office sees whom its mails do not reach.
import type { DeskPlace } from '#platform/duty-parts.ts'
import { mailsPath } from './paths.ts'
import { countFailed } from './store.ts'

export const mailsDesk: readonly DeskPlace[] = [
  {
    label: 'mails.title',
    about: 'mails.desk-about',
    href: mailsPath,
    position: 95,
    for: 'office',
    waiting: (c) => countFailed(c.var.db),
  },
]
