// Set a meeting of a room, change it, call it off. Whoever is in the room may; somebody else's newer change is never overwritten unseen.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import type { Happening } from '../../notices/public.ts'
import { getOwnRoom, mayWriteIn, type Room } from '../../rooms/public.tsx'
import type { MeetingInput } from '../inputs.ts'
import type { Meeting } from '../meeting.ts'
import { getMeeting, insertMeeting, setCancelled, updateMeeting } from '../store.ts'

/** The room if one may write in it now. */
export async function getWritable(db: Db, viewer: SignedIn, roomId: number | undefined): Promise<Room> {
  const room = await getOwnRoom(db, roomId, viewer.person.lang)
  if (!mayWriteIn(room)) throw forbidden()
  return room
}

const whenAndWhere = ['day', 'from', 'to', 'zone', 'place', 'link'] as const

interface About {
  readonly roomId: number | undefined
  readonly meetingId: number | undefined
  readonly now: Date
}

/** What whoever is in the room is told of a change; nothing of what is over. */
const toldOf = (before: Meeting, after: Meeting, now: Date): { readonly what?: Happening } => {
  if (before.startsAt < now && after.startsAt < now) return {}
  if ((before.cancelledAt === null) !== (after.cancelledAt === null))
    return { what: after.cancelledAt === null ? 'meeting-on' : 'meeting-off' }
  const isMoved = whenAndWhere.some((part) => before[part] !== after[part])
  return after.cancelledAt === null && isMoved ? { what: 'meeting-moved' } : {}
}

async function recordChange(db: Db, { person }: SignedIn, room: Room, before: Meeting, now: Date): Promise<void> {
  const told = toldOf(before, await getMeeting(db, room.id, before.id), now)
  const data = { meeting: before.id, ...told }
  await recordFact(db, { name: 'meeting.changed', actor: person, audienceId: room.id, data })
}

/** `meetingId` undefined: a new one. */
export const keepMeeting = (
  asPerson: AsPerson,
  viewer: SignedIn,
  { roomId, meetingId, now }: About,
  input: MeetingInput,
): Promise<Outcome<Room, 'changed-meanwhile'>> =>
  asPerson(async (db) => {
    const room = await getWritable(db, viewer, roomId)
    if (meetingId === undefined) {
      const meeting = await insertMeeting(db, room.id, viewer.person.id, input)
      const data = { meeting, what: 'meeting' satisfies Happening }
      await recordFact(db, { name: 'meeting.set', actor: viewer.person, audienceId: room.id, data })
      return done(room)
    }
    const before = await getMeeting(db, room.id, meetingId)
    if (!(await updateMeeting(db, before, input))) return refused('changed-meanwhile')
    await recordChange(db, viewer, room, before, now)
    return done(room)
  })

/** `isOff` false: it takes place after all. */
export const callOff = (
  asPerson: AsPerson,
  viewer: SignedIn,
  { roomId, meetingId, now }: About,
  isOff: boolean,
): Promise<Room> =>
  asPerson(async (db) => {
    const room = await getWritable(db, viewer, roomId)
    const meeting = await getMeeting(db, room.id, meetingId)
    if (await setCancelled(db, meeting.id, isOff ? now : null)) await recordChange(db, viewer, room, meeting, now)
    return room
  })
