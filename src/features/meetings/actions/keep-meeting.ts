// Set a meeting of a room, change it, call it off. Whoever is in the room may; somebody else's newer change is never overwritten unseen.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { getOwnRoom, mayWriteIn, type Room } from '../../rooms/public.tsx'
import type { MeetingInput } from '../inputs.ts'
import { getMeeting, insertMeeting, setCancelled, updateMeeting } from '../store.ts'

/** The room if one may write in it now. */
export async function getWritable(db: Db, viewer: SignedIn, roomId: number | undefined): Promise<Room> {
  const room = await getOwnRoom(db, roomId, viewer.person.lang)
  if (!mayWriteIn(room)) throw forbidden()
  return room
}

/** `meetingId` undefined: a new one. */
export const keepMeeting = (
  asPerson: AsPerson,
  viewer: SignedIn,
  { roomId, meetingId }: { readonly roomId: number; readonly meetingId: number | undefined },
  input: MeetingInput,
): Promise<Outcome<Room, 'changed-meanwhile'>> =>
  asPerson(async (db) => {
    const room = await getWritable(db, viewer, roomId)
    if (meetingId === undefined) {
      const meeting = await insertMeeting(db, room.id, viewer.person.id, input)
      await recordFact(db, { name: 'meeting.set', actor: viewer.person, audienceId: room.id, data: { meeting } })
      return done(room)
    }
    if (!(await updateMeeting(db, await getMeeting(db, room.id, meetingId), input))) return refused('changed-meanwhile')
    await recordFact(db, { name: 'meeting.changed', actor: viewer.person, audienceId: room.id })
    return done(room)
  })

/** `now` null: it takes place after all. */
export const callOff = (
  asPerson: AsPerson,
  viewer: SignedIn,
  { roomId, meetingId }: { readonly roomId: number | undefined; readonly meetingId: number | undefined },
  now: Date | null,
): Promise<Room> =>
  asPerson(async (db) => {
    const room = await getWritable(db, viewer, roomId)
    const meeting = await getMeeting(db, room.id, meetingId)
    await setCancelled(db, meeting.id, now)
    await recordFact(db, { name: 'meeting.changed', actor: viewer.person, audienceId: room.id })
    return room
  })
