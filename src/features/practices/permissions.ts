// Who may do what with a practice; asked by actions and by views alike.
import { belongsTo, type Viewer } from '#kernel/viewer.ts'
import { mayChange, maySteer } from '#trunk/contributions.ts'
import type { Practice } from './practice.ts'

type Known = Pick<
  Practice,
  'stewardId' | 'organisationId' | 'audienceKind' | 'audienceReached' | 'state' | 'coAuthored'
>

export const mayEditPractice = (viewer: Viewer, practice: Known): boolean =>
  practice.state !== 'withdrawn' && mayChange(viewer, practice)
/** Audience and co-authors are decided in the city whose practice it is. */
export const maySteerPractice = (viewer: Viewer, practice: Known): boolean =>
  practice.state !== 'withdrawn' && maySteer(viewer, practice)
/** What was taken out may have been taken out for a reason: revisions are for those who write it, and their city. */
export const mayReadRevisions = (viewer: Viewer, practice: Known): boolean =>
  belongsTo(viewer, practice.organisationId) || mayChange(viewer, practice)
export const mayPublishPractice = (viewer: Viewer, practice: Known): boolean =>
  practice.state === 'draft' && maySteer(viewer, practice)
export const mayWithdrawPractice = (viewer: Viewer, practice: Known): boolean =>
  practice.state === 'published' && maySteer(viewer, practice)
