// Who may change what about a forum; the database asks the same.
import type { Viewer } from '#kernel/viewer.ts'

const isNetworkOffice = ({ person }: Viewer): boolean => person?.role === 'office' && person.forumId === null

export const mayChangeForum = (viewer: Viewer, forumId: number): boolean =>
  isNetworkOffice(viewer) || (viewer.person?.role === 'office' && viewer.person.forumId === forumId)

/** The rule binds the network too. */
export const mayChangeRule = (viewer: Viewer): boolean => isNetworkOffice(viewer)
