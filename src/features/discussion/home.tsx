// What the discussion hands to the home page: which questions and answers wait for this person, and what colleagues were written.
import type { HomePart } from '#platform/feature.ts'
import { type PageVisit, signedIn } from '#platform/http/visit.ts'
import { replyIn } from './paths.ts'
import { listUnsent } from './store-kept.ts'
import { listForColleagues, listWaiting, type WaitingReply } from './store-waiting.ts'
import { withPlaces } from './unsent-places.ts'
import { ColleaguesReplies } from './views/colleagues-replies.tsx'
import { UnsentOnHome } from './views/unsent.tsx'
import { WaitingReplies } from './views/waiting-replies.tsx'

const days = 60
const mostShown = 10

const sinceOf = ({ var: { now } }: PageVisit): Date => new Date(now.getTime() - days * 86_400_000)

const withHref = ({ var: { kinds } }: PageVisit, replies: readonly WaitingReply[]) =>
  replies.map((reply) => {
    const path = kinds.get(reply.kind)?.path(reply.contributionId, reply.title) ?? '/'
    return { ...reply, href: replyIn(path, reply.id) }
  })

const waiting: HomePart = {
  name: 'discussion.waiting',
  for: 'signed-in',
  place: 'top',
  position: 10,
  draw: async (c) => {
    const { t, db } = c.var
    const { replies, total } = await listWaiting(db, signedIn(c).person, sinceOf(c), mostShown, t.lang)
    if (total === 0) return undefined
    return <WaitingReplies t={t} replies={withHref(c, replies)} total={total} />
  },
}

const mostAside = 5

/** Never what stands on top already: one question, one place. */
const colleagues: HomePart = {
  name: 'discussion.colleagues',
  for: 'signed-in',
  place: 'aside',
  position: 10,
  draw: async (c) => {
    const { t, db } = c.var
    const replies = await listForColleagues(db, signedIn(c).person, sinceOf(c), mostAside, t.lang)
    if (replies.length === 0) return undefined
    return <ColleaguesReplies t={t} replies={withHref(c, replies)} />
  },
}

const mostUnsent = 3

/** What they began to write and did not send: nobody else knows of it. */
const unsent: HomePart = {
  name: 'discussion.unsent',
  for: 'signed-in',
  place: 'aside',
  position: 5,
  draw: async (c) => {
    const lines = withPlaces(c, await listUnsent(c.var.db, mostUnsent))
    return lines.length === 0 ? undefined : <UnsentOnHome t={c.var.t} lines={lines} />
  },
}

export const discussionHome: readonly HomePart[] = [waiting, colleagues, unsent]
