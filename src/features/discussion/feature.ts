// The manifest of what every kind of contribution shares: replies, files, watching, who can see it.
import type { Feature } from '#platform/feature.ts'
import { listeners, schedules } from './jobs.ts'
import { previews } from './migrations/001-previews.ts'
import { routes } from './routes.tsx'
import { previewRoutes } from './routes-previews.tsx'

export const discussion: Feature = {
  name: 'discussion',
  // Before the address of a file, whose last part may be any name.
  routes: [...previewRoutes, ...routes],
  open: [
    'GET /attachments/:id/preview',
    'GET /attachments/:id/pages',
    'GET /attachments/:id/pages/:number',
    'GET /attachments/:id/:name',
    'GET /contributions/:id/visibility',
  ],
  permissions: {
    'read replies and files': 'whoever reaches the contribution',
    reply: 'every signed-in person who reaches a published contribution',
    'take back a reply': 'its author while in that organisation',
    'attach and remove files': 'whoever may change the contribution',
    'see the history': 'persons of the organisation whose contribution it is',
  },
  hears: listeners,
  schedules,
  migrations: [previews],
  facts: {
    'reply.given': 'discussion.fact-given',
    'reply.announced': 'discussion.fact-announced',
    'reply.withdrawn': 'discussion.fact-withdrawn',
    'attachment.added': 'discussion.fact-attached',
    'attachment.removed': 'discussion.fact-removed',
  },
}
