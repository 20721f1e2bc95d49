// Who may do what with an announcement; asked by actions and by views alike.
import type { Viewer } from '#kernel/viewer.ts'
import { maySteer } from '#trunk/contributions.ts'
import type { Announcement } from './announcement.ts'

/** Offices speak for the network and for their forum; what a city shares has kinds of its own. */
export const mayPublishAnnouncement = (viewer: Viewer): boolean => viewer.person?.role === 'office'

type Known = Pick<Announcement, 'stewardId' | 'organisationId' | 'audienceKind' | 'audienceReached' | 'state'>

/** Who wrote it, or whoever it was handed to. */
export const mayWithdrawAnnouncement = (viewer: Viewer, thing: Known): boolean =>
  thing.state === 'published' && maySteer(viewer, thing)
