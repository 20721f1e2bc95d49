// Who enters institutions and takes them out again; the database asks the same.
import { networkAudience } from '#kernel/audience.ts'
import type { Viewer } from '#kernel/viewer.ts'
import type { Expert } from './expert.ts'

/** An office, or a coordinator, who vouches. */
export const mayEnterExperts = ({ person, audiences }: Viewer): boolean =>
  person !== undefined && person.role !== 'colleague' && audiences.includes(networkAudience)

type Entered = Pick<Expert, 'enteredBy' | 'organisationId'>

/** Whoever entered it and still works there, coordinators and offices of the same organisation. */
const keeps = ({ person }: Viewer, { enteredBy, organisationId }: Entered): boolean =>
  person?.organisationId === organisationId && (person.id === enteredBy || person.role !== 'colleague')

/** In the name of the city or office that vouches. */
export const mayChangeExpert = (viewer: Viewer, entry: Entered): boolean =>
  viewer.audiences.includes(networkAudience) && keeps(viewer, entry)

export const mayTakeOut = (viewer: Viewer, entry: Entered): boolean =>
  keeps(viewer, entry) || (viewer.person?.role === 'office' && viewer.person.forumId === null)
