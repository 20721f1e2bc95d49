// Take on a task in a room, and say that it is done: one click, by whoever is in the room.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { listMembers } from '../../rooms/public.tsx'
import type { TaskInput } from '../inputs.ts'
import { insertTask, setDone } from '../store.ts'
import { getMinutes } from '../store-minutes.ts'
import { getWritable } from './keep-meeting.ts'

export const addTask = (
  asPerson: AsPerson,
  viewer: SignedIn,
  roomId: number | undefined,
  input: TaskInput,
): Promise<Outcome<number, 'person-unknown'>> =>
  asPerson(async (db) => {
    const room = await getWritable(db, viewer, roomId)
    const members = await listMembers(db, room.id, viewer.person.lang)
    if (input.person !== null && !members.some(({ id }) => id === input.person)) return refused('person-unknown')
    if (input.minutes !== null) await getMinutes(db, room.id, input.minutes)
    await insertTask(db, room.id, viewer.person.id, input)
    await recordFact(db, { name: 'task.added', actor: viewer.person, audienceId: room.id })
    return done(room.id)
  })

/** `now` null: open again. Gives the minutes it stands in, if it does. */
export const finishTask = (
  asPerson: AsPerson,
  viewer: SignedIn,
  { roomId, taskId }: { readonly roomId: number | undefined; readonly taskId: number | undefined },
  now: Date | null,
): Promise<number | null> =>
  asPerson(async (db) => {
    const room = await getWritable(db, viewer, roomId)
    const changed = await setDone(db, room.id, taskId ?? 0, now)
    if (changed === undefined) throw notFound()
    await recordFact(db, {
      name: now === null ? 'task.reopened' : 'task.finished',
      actor: viewer.person,
      audienceId: room.id,
    })
    return changed.minutesId
  })
