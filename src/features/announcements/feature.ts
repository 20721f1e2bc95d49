// The manifest of announcements.
import type { Feature } from '#platform/feature.ts'
import { loadAnnouncements } from './demonstration.ts'
import { announcementsDesk } from './desk.ts'
import { createAnnouncements } from './migrations/001-create.ts'
import { announcementPath } from './paths.ts'
import { routes } from './routes.tsx'
import { announcementSearch } from './search.ts'
import { getAnnouncement } from './store.ts'

export const announcements: Feature = {
  name: 'announcements',
  uses: ['discussion'],
  routes,
  open: ['GET /announcements', 'GET /announcements/:address'],
  permissions: {
    'read an announcement': 'whoever its audience reaches',
    'publish an announcement': 'the offices, for everybody, the network or their forum',
    'withdraw an announcement': 'whoever wrote it, or whoever it was handed to',
  },
  kinds: [
    {
      kind: 'announcement',
      label: 'announcements.one',
      plural: 'announcements.title',
      path: announcementPath,
      arrives: ['announcement.published'],
      texts: async (db, id) => [{ text: (await getAnnouncement(db, id, 'en')).text }],
    },
  ],
  facts: {
    'announcement.published': 'announcements.fact-published',
    'announcement.withdrawn': 'announcements.fact-withdrawn',
  },
  search: [announcementSearch],
  desk: announcementsDesk,
  migrations: [createAnnouncements],
  demonstration: loadAnnouncements,
}
