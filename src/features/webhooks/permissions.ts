// Whose systems may be told; the database holds it too.
import type { Viewer } from '#kernel/viewer.ts'

/** Offices: each sees and steers its own, one never stands in for the other. */
export const mayKeepWebhooks = ({ person }: Viewer): boolean => person?.role === 'office'
