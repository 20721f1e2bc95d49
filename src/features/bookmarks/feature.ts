// The manifest of bookmarks: it knows no other feature, and serves every kind of contribution.
import type { Feature } from '#platform/feature.ts'
import { keepTool } from './beside.tsx'
import { loadFolders } from './demonstration.ts'
import { createBookmarks } from './migrations/001-create.ts'
import { roomsWithFolders } from './migrations/002-rooms.ts'
import { routes } from './routes.tsx'
import { keepingRoutes } from './routes-keeping.tsx'

export const bookmarks: Feature = {
  name: 'bookmarks',
  routes: [...routes, ...keepingRoutes],
  permissions: {
    'keep a contribution': 'every signed-in person, whatever is within their reach',
    'read a folder':
      'its owner; a shared one: whoever it is shared with, and of what lies in it only what is within their own reach',
    'put something into a shared folder': 'everybody it is shared with',
    'take something out of a shared folder': 'who put it there, and the owner of the folder',
    'rename, share and delete a folder': 'its owner, while among those it is shared with',
    'take over a folder': 'whoever it is shared with, once its owner has left the city or the room',
  },
  beside: [keepTool],
  personal: {
    'bookmark.added_by': { erasure: 'delete', part: 'bookmarks' },
    'bookmark_folder.owner_id': { erasure: 'delete', where: 'unless-shared', part: 'bookmarks' },
  },
  migrations: [createBookmarks, roomsWithFolders],
  demonstration: loadFolders,
}
