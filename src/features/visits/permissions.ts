// Who may do what with a study visit; asked by actions and by views alike.
import type { Viewer } from '#kernel/viewer.ts'
import { maySteer } from '#trunk/contributions.ts'
import type { StudyVisit } from './study-visit.ts'

/** Persons of active members: a visit goes from one city to another. */
export const mayPublishVisit = (viewer: Viewer): boolean => viewer.person?.active === true

/** Who wrote it, or whoever it was handed to, and the coordinator of the city. */
export const maySteerVisit = (viewer: Viewer, visit: StudyVisit): boolean =>
  visit.state === 'published' && maySteer(viewer, visit)

/** Every person of another active member that it reaches. */
export const mayWish = (viewer: Viewer, visit: StudyVisit): boolean =>
  viewer.person?.active === true && visit.state === 'published' && viewer.person.organisationId !== visit.organisationId
