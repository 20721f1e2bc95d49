// What gathering hands to the page of a question: the button, for whoever asked it.
import { isSignedIn } from '#kernel/viewer.ts'
import type { ContributionPart } from '#platform/feature.ts'
import { onceMark } from '#platform/http/once.ts'
import { findAnyContribution } from '#trunk/contributions.ts'
import { listReplies } from '#trunk/replies.ts'
import { PostButton } from '#ui/button/button.tsx'
import { gatheringPath } from './paths.ts'
import { mayGather } from './permissions.ts'

export const gatherButton: ContributionPart = {
  name: 'gathering.button',
  kinds: ['question'],
  place: 'tools',
  position: 20,
  draw: async ({ var: { t, db, viewer } }, { id }) => {
    if (!isSignedIn(viewer)) return undefined
    const question = await findAnyContribution(db, id, t.lang)
    if (question === undefined || !mayGather(viewer, question)) return undefined
    const replies = await listReplies(db, id, t.lang)
    if (replies.every(({ withdrawn }) => withdrawn)) return undefined
    return (
      <PostButton action={gatheringPath(id)} hidden={{ once: onceMark() }} icon="book-open">
        {t('gathering.gather')}
      </PostButton>
    )
  },
}
