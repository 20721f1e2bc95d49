// Who may do what.
import type { Viewer } from '#kernel/viewer.ts'

export const maySetLetters = ({ person }: Viewer): boolean => person?.role === 'office' && person.forumId === null

export const permissions = {
  'look at the next digest, have it sent now': 'every signed-in person, their own only',
  'end digests': 'whoever gets them; through the link of such a mail also without signing in',
  'let digests, calendars and notices on devices say more of TLP:AMBER': 'the office of the network',
}
