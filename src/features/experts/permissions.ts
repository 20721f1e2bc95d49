// Who enters institutions and takes them out again; the database asks the same.
import { networkAudience } from '#kernel/audience.ts'
import type { Viewer } from '#kernel/viewer.ts'
import type { Expert } from './expert.ts'

/** An office, or a coordinator, who vouches. */
export const mayEnterExperts = ({ person, audiences }: Viewer): boolean =>
  person !== undefined && person.role !== 'colleague' && audiences.includes(networkAudience)

export const mayTakeOut = (
  { person }: Viewer,
  { enteredBy, organisationId }: Pick<Expert, 'enteredBy' | 'organisationId'>,
): boolean =>
  person !== undefined &&
  (person.id === enteredBy ||
    (person.role === 'office' && person.forumId === null) ||
    (person.organisationId === organisationId && person.role !== 'colleague'))
