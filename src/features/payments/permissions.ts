// Who keeps books, and who sees an account; asked by actions and views alike. The database holds it too.
import type { SignedIn, Viewer } from '#kernel/viewer.ts'

/** Offices: that of the network its books, that of a forum the forum's, and none another's. */
export const keepsBooks = ({ person }: Viewer): boolean => person?.role === 'office'
/** The issuer whose books this office keeps; null is the network. */
export const issuerOf = ({ person }: SignedIn): number | null => person.forumId
/** Whoever coordinates a member sees what it owes and paid; its colleagues do not. */
export const seesOwnAccount = ({ person }: Viewer): boolean => person?.role === 'coordinator'
