// The manifest of notices: what somebody watches, what is new for them, and how they hear of it.
import type { Feature } from '#platform/feature.ts'
import { countForBell } from './bell.ts'
import { loadWatching } from './demonstration.ts'
import { noticesDigest } from './digest.ts'
import { readByOpening, watchMember, watchRoom } from './draw-watch.tsx'
import { listeners, schedules } from './jobs.ts'
import { mailExamples } from './mail-examples.ts'
import { createNotices } from './migrations/001-create.ts'
import { watchRooms } from './migrations/002-rooms.ts'
import { noticesOfBlocked } from './migrations/003-blocks.ts'
import { setDefaults } from './migrations/004-defaults.ts'
import { noticesOfRooms } from './migrations/005-of-rooms.ts'
import { countPath, livePath, noticesPath } from './paths.ts'
import { routes } from './routes.tsx'
import { endingRoutes } from './routes-ending.tsx'
import { liveRoutes } from './routes-live.ts'
import { forgetNotices } from './store.ts'

export const notices: Feature = {
  name: 'notices',
  uses: ['push'],
  routes: [...endingRoutes, ...liveRoutes, ...routes],
  open: ['GET /notices/ending', 'POST /notices/ending'],
  permissions: {
    'watch a subject, a member, a room, a forum, a kind of contribution':
      'every signed-in person, whatever they may know of; nobody else sees it',
    'be told of something new':
      'whoever watches it, is asked or answered, judged by the database when it is told, listed, counted and mailed',
    'end mails': 'whoever got them, by the link in the mail alone, signed in or not',
  },
  bell: { href: noticesPath, live: livePath, count: countPath, countUnread: countForBell },
  hears: listeners,
  schedules,
  mails: mailExamples,
  facts: { 'notice.raised': 'notices.fact-raised' },
  beside: [readByOpening],
  members: [watchMember],
  rooms: [watchRoom],
  digest: noticesDigest,
  personal: {
    'subscription.person_id': { erasure: 'delete', part: 'watching' },
    'notice_rhythm.person_id': { erasure: 'delete', part: 'watching' },
    'notice_setting.person_id': { erasure: 'delete', part: 'watching' },
    'notice_default.person_id': { erasure: 'delete', part: 'watching' },
    'notice.by_id': { erasure: 'empty' },
    'notice.person_id': { erasure: 'delete', part: 'watching' },
    'notice_later.person_id': { erasure: 'delete' },
  },
  retention: [{ name: 'notice', days: 30, forget: forgetNotices }],
  migrations: [createNotices, watchRooms, noticesOfBlocked, setDefaults, noticesOfRooms],
  demonstration: loadWatching,
}
