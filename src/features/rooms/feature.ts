// The manifest of rooms.
import type { Feature } from '#platform/feature.ts'
import { pinTool } from './beside.tsx'
import { loadRooms } from './demonstration.ts'
import { roomsDigest } from './digest.ts'
import { roomsHome } from './home.tsx'
import { listeners, schedules } from './jobs.ts'
import { mailExamples } from './mail-examples.ts'
import { createRooms } from './migrations/001-create.ts'
import { roomsPath, threadPath } from './paths.ts'
import { routes } from './routes.tsx'
import { belongingRoutes } from './routes-belonging.tsx'
import { guestRoutes } from './routes-guests.tsx'
import { threadRoutes } from './routes-threads.tsx'
import { threadSearch } from './search.ts'
import { getThread } from './store-threads.ts'

/** Below what belongs to a room. */
const saidInRooms = {
  title: 'rooms.replies',
  none: 'rooms.replies-none',
  field: 'rooms.your-reply',
  signIn: 'rooms.sign-in',
}

export const rooms: Feature = {
  name: 'rooms',
  uses: ['accounts', 'discussion', 'notices', 'practices'],
  routes: [...routes, ...belongingRoutes, ...threadRoutes, ...guestRoutes],
  open: ['GET /guest-invitation', 'POST /guest-invitation'],
  navigation: [{ label: 'rooms.title', href: roomsPath, icon: 'messages-square', position: 35, for: 'signed-in' }],
  permissions: {
    'know of a room':
      'its members and whoever is invited; if one can join or ask to, also the network or the forum for which it is listed',
    'found a room': 'every person of an active member, and of the offices',
    'join a room': 'whoever may know of it where it is open, else whoever a host lets in or invites',
    'invite, answer requests, remove somebody, change, archive, open again': 'its hosts',
    'read and write in a room': 'whoever is in it',
    'withdraw a thread': 'who opened it while in that city, and the coordinator of the city who is in the room',
    'leave a room': 'everybody, at any time; the last host passes it on or archives it',
  },
  kinds: [
    {
      kind: 'thread',
      label: 'rooms.thread',
      plural: 'rooms.threads',
      path: threadPath,
      arrives: ['thread.opened'],
      discussion: saidInRooms,
      texts: async (db, id) => [{ text: (await getThread(db, id, 'en')).text }],
    },
  ],
  facts: {
    'room.founded': 'rooms.fact-founded',
    'room.changed': 'rooms.fact-changed',
    'room.joined': 'rooms.fact-joined',
    'room.left': 'rooms.fact-left',
    'room.requested': 'rooms.fact-requested',
    'room.member-admitted': 'rooms.fact-member-admitted',
    'room.member-declined': 'rooms.fact-member-declined',
    'room.member-removed': 'rooms.fact-member-removed',
    'room.invited': 'rooms.fact-invited',
    'room.stay-changed': 'rooms.fact-stay-changed',
    'room.host-named': 'rooms.fact-host-named',
    'room.host-passed': 'rooms.fact-host-passed',
    'room.host-ended': 'rooms.fact-host-ended',
    'room.archived': 'rooms.fact-archived',
    'room.reopened': 'rooms.fact-reopened',
    'room.deleted': 'rooms.fact-deleted',
    'thread.opened': 'rooms.fact-opened',
    'thread.withdrawn': 'rooms.fact-withdrawn',
  },
  hears: listeners,
  schedules,
  search: [threadSearch],
  home: roomsHome,
  digest: roomsDigest,
  beside: [pinTool],
  personal: { 'room_pin.pinned_by': { erasure: 'keep', part: 'rooms' } },
  retention: [{ name: 'room-invitation' }],
  mails: mailExamples,
  migrations: [createRooms],
  demonstration: loadRooms,
}
