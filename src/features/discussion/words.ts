// How the discussion below a contribution is spoken of: as its kind says, else as of questions and replies.
import type { DiscussionWords } from '#platform/feature.ts'
import type { AnyVisit } from '#platform/http/visit.ts'

const questionsAndReplies: DiscussionWords = {
  title: 'discussion.title',
  none: 'discussion.none',
  field: 'discussion.your-reply',
  signIn: 'discussion.sign-in',
}

export const wordsFor = (c: AnyVisit, kind: string): DiscussionWords =>
  c.var.kinds.get(kind)?.discussion ?? questionsAndReplies
