// Whether somebody looks after the words that find nothing; the database holds it too.
import type { Viewer } from '#kernel/viewer.ts'

/** The office of the whole network, not of a forum. */
export const maySeeVain = ({ person }: Viewer): boolean => person?.role === 'office' && person.forumId === null
