// Who sees what becomes of mails; the database says for whose addresses.
import type { Viewer } from '#kernel/viewer.ts'

export const maySeeMails = ({ person }: Viewer): boolean => person?.role === 'office'

export const permissions = {
  'see what waits, failed and is paused, send again':
    'the offices, of people whom they steer; the network’s office also of addresses outside. Nobody reads a mail to others',
  'take the own address up again': 'whoever got the mail with the link',
} as const
