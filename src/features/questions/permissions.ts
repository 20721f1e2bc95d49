// Who may do what with a question; asked by actions and by views alike. It is one city's question: nobody of another city writes it.
import type { Viewer } from '#kernel/viewer.ts'
import { type Contribution, maySteer } from '#trunk/contributions.ts'

type Known = Pick<
  Contribution,
  'stewardId' | 'organisationId' | 'audienceKind' | 'audienceReached' | 'state' | 'veiled'
>

export const mayAsk = (viewer: Viewer): boolean => viewer.person?.active === true
export const mayEditQuestion = (viewer: Viewer, question: Known): boolean =>
  question.state !== 'withdrawn' && maySteer(viewer, question)
export const maySettleQuestion = (viewer: Viewer, question: Known): boolean =>
  question.state === 'published' && maySteer(viewer, question)
export const mayWithdrawQuestion = (viewer: Viewer, question: Known): boolean =>
  question.state === 'published' && maySteer(viewer, question)
