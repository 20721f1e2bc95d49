// Who may do what with a practice; asked by actions and by views alike.
import type { Viewer } from '#kernel/viewer.ts'
import { mayChange } from '#trunk/contributions.ts'
import type { Practice } from './practice.ts'

type Known = Pick<Practice, 'authorId' | 'organisationId' | 'audienceKind' | 'state'>

export const mayEditPractice = (viewer: Viewer, practice: Known): boolean =>
  practice.state !== 'withdrawn' && mayChange(viewer, practice)
export const mayPublishPractice = (viewer: Viewer, practice: Known): boolean =>
  practice.state === 'draft' && mayChange(viewer, practice)
export const mayWithdrawPractice = (viewer: Viewer, practice: Known): boolean =>
  practice.state === 'published' && mayChange(viewer, practice)
