// Who may do what with what is asked.
import type { Viewer } from '#kernel/viewer.ts'

export const mayReadUnanswered = (viewer: Viewer): boolean => viewer.person?.role === 'office'
