// The front door: what is announced to the members of a forum.
export { announcementPath } from './paths.ts'
export { type AnnouncementLine, listAnnouncementsOf } from './store.ts'
