// Who may read the audit trail: those who answer for what is done in the name of an organisation.
import type { Viewer } from '#kernel/viewer.ts'

export const mayReadHistory = (viewer: Viewer): boolean =>
  viewer.person?.role === 'coordinator' || viewer.person?.role === 'office'
