// What rooms hand to the digest: those that one is invited to, and who asks to come in where one looks after them. No mail
// names a room under the Chatham House Rule.
import type { DigestPart } from '#platform/digest-parts.ts'
import { inRoom, roomPath } from './paths.ts'
import { listInvitedTo } from './store.ts'
import { countRequests } from './store-people.ts'

export const roomsDigest: readonly DigestPart[] = [
  {
    name: 'rooms.waiting',
    area: 'rooms',
    position: 40,
    list: async ({ var: { db, t } }) => {
      const invited = (await listInvitedTo(db)).map(({ id, name, chatham }) => ({
        key: `invited ${id}`,
        title: t('rooms.waiting-invited', { room: name }),
        href: roomPath(id, name),
        namedNowhere: chatham,
      }))
      const requests = (await countRequests(db)).map(({ id, name, chatham, count }) => ({
        key: `requests ${id}`,
        count,
        title: t('rooms.waiting-requests', { room: name, count }),
        href: inRoom(id, 'members'),
        namedNowhere: chatham,
      }))
      return [...invited, ...requests].map((one) => ({ section: 'decide', audienceKind: 'room', ...one }))
    },
  },
]
