// Write minutes, change them, and write down what was decided. Decisions are never taken away: their numbers go on meaning the same.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import type { MinutesInput } from '../inputs.ts'
import { listMeetings } from '../store.ts'
import { getMinutes, insertDecision, insertMinutes, updateMinutes } from '../store-minutes.ts'
import { getWritable } from './keep-meeting.ts'

export type MinutesRefusal = 'changed-meanwhile' | 'meeting-unknown'

/** `minutesId` undefined: new ones. Gives their id. */
export const keepMinutes = (
  asPerson: AsPerson,
  viewer: SignedIn,
  { roomId, minutesId }: { readonly roomId: number; readonly minutesId: number | undefined },
  input: MinutesInput,
): Promise<Outcome<number, MinutesRefusal>> =>
  asPerson(async (db) => {
    const room = await getWritable(db, viewer, roomId)
    if (input.meeting !== null && !(await listMeetings(db, room.id)).some(({ id }) => id === input.meeting))
      return refused('meeting-unknown')
    const fact = { actor: viewer.person, audienceId: room.id }
    if (minutesId === undefined) {
      const id = await insertMinutes(db, room.id, viewer.person.id, input)
      await recordFact(db, { name: 'minutes.written', ...fact })
      return done(id)
    }
    const before = await getMinutes(db, room.id, minutesId)
    if (!(await updateMinutes(db, before, input))) return refused('changed-meanwhile')
    await recordFact(db, { name: 'minutes.changed', ...fact })
    return done(before.id)
  })

/** Gives the id of the minutes. */
export const decide = (
  asPerson: AsPerson,
  viewer: SignedIn,
  { roomId, minutesId }: { readonly roomId: number | undefined; readonly minutesId: number | undefined },
  text: string,
): Promise<Outcome<number, never>> =>
  asPerson(async (db) => {
    const room = await getWritable(db, viewer, roomId)
    const minutes = await getMinutes(db, room.id, minutesId)
    await insertDecision(db, room.id, viewer.person.id, { minutesId: minutes.id, text })
    await recordFact(db, { name: 'decision.noted', actor: viewer.person, audienceId: room.id })
    return done(minutes.id)
  })
