// What the discussion hands to the home page: which questions and answers wait for this person.
import type { HomePart } from '#platform/feature.ts'
import { signedIn } from '#platform/http/visit.ts'
import { listWaiting } from './store-waiting.ts'
import { WaitingReplies } from './views/waiting-replies.tsx'

const days = 60
const mostShown = 10

const waiting: HomePart = {
  name: 'discussion.waiting',
  for: 'signed-in',
  place: 'top',
  position: 10,
  draw: async (c) => {
    const { t, db, now, kinds } = c.var
    const since = new Date(now.getTime() - days * 86_400_000)
    const { replies, total } = await listWaiting(db, signedIn(c).person, since, mostShown, t.lang)
    if (total === 0) return undefined
    const shown = replies.map((reply) => {
      const path = kinds.get(reply.kind)?.path(reply.contributionId, reply.title) ?? '/'
      return { ...reply, href: `${path}#reply-${reply.id}` }
    })
    return <WaitingReplies t={t} replies={shown} total={total} />
  },
}

export const discussionHome: readonly HomePart[] = [waiting]
