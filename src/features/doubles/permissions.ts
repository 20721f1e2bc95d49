// Who may join entries; the function in the database asks the same.
import type { Viewer } from '#kernel/viewer.ts'

export const mayJoinDoubles = ({ person }: Viewer): boolean => person?.role === 'office' && person.forumId === null
