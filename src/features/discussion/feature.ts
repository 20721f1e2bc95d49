// The manifest of what every kind of contribution shares: replies, files, watching, who can see it.
import type { Feature } from '#platform/feature.ts'
import { discussionBenefit } from './benefit.ts'
import { discussionHome } from './home.tsx'
import { listeners, schedules } from './jobs.ts'
import { mailExamples } from './mail-examples.ts'
import { reading } from './migrations/001-reading.ts'
import { previews } from './migrations/002-previews.ts'
import { answering } from './migrations/003-answering.ts'
import { calling } from './migrations/004-calling.ts'
import { callingPastPolicies } from './migrations/005-past-policies.ts'
import { routes } from './routes.tsx'
import { coAuthorRoutes } from './routes-co-authors.tsx'
import { previewRoutes } from './routes-previews.tsx'
import { replyRoutes } from './routes-replies.tsx'
import { threadRoutes } from './routes-thread.tsx'
import { forgetOldKept } from './store-kept.ts'

export const discussion: Feature = {
  name: 'discussion',
  uses: ['notices'],
  // Before the address of a file, whose last part may be any name.
  routes: [...previewRoutes, ...routes, ...replyRoutes, ...threadRoutes, ...coAuthorRoutes],
  open: [
    'GET /attachments/:id/preview',
    'GET /attachments/:id/pages',
    'GET /attachments/:id/pages/:number',
    'GET /attachments/:id/:name',
    'GET /contributions/:id/visibility',
    'GET /contributions/:id/summary',
    'GET /replies/:id/wordings',
  ],
  permissions: {
    'read replies and files': 'whoever reaches the contribution',
    reply: 'every signed-in person who reaches a published contribution',
    'see what waits for oneself':
      'who runs or watches a contribution, as far as it is within reach; what one is done with is known to nobody else',
    'take back a reply, and what it brought': 'its author while in that organisation',
    'change a reply': 'its author while in that organisation; every wording can be read by whoever the reply reaches',
    'call somebody in a reply': 'whoever replies, and only somebody whom the contribution reaches',
    'read along, and be told of changes': 'every signed-in person, judged by the database for each change anew',
    'read what somebody has not sent': 'whoever wrote it',
    'say what came of the answers': 'whoever steers the contribution',
    'attach and remove files': 'whoever may change the contribution',
    'ask somebody to write together':
      'its author while in that organisation, and the coordinator; ending it also whoever was asked',
    'see the history': 'persons of the organisation whose contribution it is',
  },
  hears: listeners,
  home: discussionHome,
  benefits: [discussionBenefit],
  schedules,
  facts: {
    'reply.given': 'discussion.fact-given',
    'reply.announced': 'discussion.fact-announced',
    'reply.changed': 'discussion.fact-changed',
    'reply.withdrawn': 'discussion.fact-withdrawn',
    'summary.written': 'discussion.fact-summarised',
    'co-author.named': 'discussion.fact-co-author-named',
    'co-author.joined': 'discussion.fact-co-author-joined',
    'co-author.ended': 'discussion.fact-co-author-ended',
    'attachment.added': 'discussion.fact-attached',
    'attachment.removed': 'discussion.fact-removed',
  },
  personal: {
    'discussion_reading.person_id': { erasure: 'delete', part: 'watching' },
    'discussion_kept_text.person_id': { erasure: 'delete', part: 'replies' },
    'reply_mention.person_id': { erasure: 'delete', part: 'watching' },
  },
  retention: [{ name: 'unsent', days: 365, forget: forgetOldKept }],
  mails: mailExamples,
  migrations: [reading, previews, answering, calling, callingPastPolicies],
}
