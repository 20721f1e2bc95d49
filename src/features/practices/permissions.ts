// Who may do what with a practice; asked by actions and by views alike.
import { belongsTo, type Viewer } from '#kernel/viewer.ts'
import { mayChange } from '#trunk/contributions.ts'
import type { Practice } from './practice.ts'

type Known = Pick<Practice, 'authorId' | 'organisationId' | 'audienceKind' | 'state'>

export const mayEditPractice = (viewer: Viewer, practice: Known): boolean =>
  practice.state !== 'withdrawn' && mayChange(viewer, practice)
/** What was taken out may have been taken out for a reason: revisions are the city's own. */
export const mayReadRevisions = (viewer: Viewer, practice: Known): boolean => belongsTo(viewer, practice.organisationId)
export const mayPublishPractice = (viewer: Viewer, practice: Known): boolean =>
  practice.state === 'draft' && mayChange(viewer, practice)
export const mayWithdrawPractice = (viewer: Viewer, practice: Known): boolean =>
  practice.state === 'published' && mayChange(viewer, practice)
