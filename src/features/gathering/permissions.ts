// Who may make a practice of a question; asked by the action and by the button alike.
import { belongsTo, type Viewer } from '#kernel/viewer.ts'
import { type Contribution, maySteer } from '#trunk/contributions.ts'

/** A practice names its city: whoever asked without a name would be named by it. Nothing is put into an archived room. */
export const mayGather = (viewer: Viewer, question: Contribution): boolean =>
  question.state === 'published' &&
  !question.closed &&
  belongsTo(viewer, question.organisationId) &&
  maySteer(viewer, question)
