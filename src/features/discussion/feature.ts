// The manifest of what every kind of contribution shares: replies, files, watching, who can see it.
import type { Feature } from '#platform/feature.ts'
import { listeners } from './jobs.ts'
import { routes } from './routes.tsx'
import { coAuthorRoutes } from './routes-co-authors.tsx'

export const discussion: Feature = {
  name: 'discussion',
  routes: [...routes, ...coAuthorRoutes],
  open: ['GET /attachments/:id/:name', 'GET /contributions/:id/visibility'],
  permissions: {
    'read replies and files': 'whoever reaches the contribution',
    reply: 'every signed-in person who reaches a published contribution',
    'take back a reply': 'its author while in that organisation',
    'attach and remove files': 'whoever may change the contribution',
    'ask somebody to write together':
      'its author while in that organisation, and the coordinator; ending it also whoever was asked',
    'see the history': 'persons of the organisation whose contribution it is',
  },
  hears: listeners,
  facts: {
    'reply.given': 'discussion.fact-given',
    'reply.announced': 'discussion.fact-announced',
    'reply.withdrawn': 'discussion.fact-withdrawn',
    'co-author.named': 'discussion.fact-co-author-named',
    'co-author.joined': 'discussion.fact-co-author-joined',
    'co-author.ended': 'discussion.fact-co-author-ended',
    'attachment.added': 'discussion.fact-attached',
    'attachment.removed': 'discussion.fact-removed',
  },
}
