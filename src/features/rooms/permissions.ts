// Who may do what in a room; asked by actions and by views alike. Being in it is decided by the database.
import type { Viewer } from '#kernel/viewer.ts'
import { type Contribution, maySteer } from '#trunk/contributions.ts'
import type { Room } from './room.ts'

/** Persons of active members and of the offices; guests come to a room, they found none. */
export const mayFoundRoom = (viewer: Viewer): boolean =>
  viewer.person !== undefined && (viewer.person.active || viewer.person.role === 'office')

type Known = Pick<Room, 'inside' | 'hosting' | 'invited' | 'asked' | 'entry' | 'archivedAt'>

export const mayWriteIn = (room: Pick<Known, 'inside' | 'archivedAt'>): boolean =>
  room.inside && room.archivedAt === null
export const mayJoin = (room: Known): boolean =>
  !room.inside && room.archivedAt === null && (room.invited || room.entry === 'open')
export const mayAskToJoin = (room: Known): boolean =>
  !room.inside && room.archivedAt === null && !room.invited && room.entry === 'request' && room.asked === null
/** A host looks after who is in and what the room is called; hosts of an archived room open it again. */
export const mayHost = (room: Pick<Known, 'hosting'>): boolean => room.hosting
export const mayInvite = (room: Pick<Known, 'hosting' | 'archivedAt'>): boolean =>
  room.hosting && room.archivedAt === null

type KnownThread = Pick<
  Contribution,
  'stewardId' | 'organisationId' | 'audienceKind' | 'audienceReached' | 'state' | 'closed'
>
/** Who opened it while in that city, and the city's coordinator if they are in the room. */
export const mayWithdrawThread = (viewer: Viewer, thread: KnownThread): boolean =>
  thread.state === 'published' && !thread.closed && maySteer(viewer, thread)
