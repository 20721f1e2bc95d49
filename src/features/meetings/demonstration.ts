// Loads meetings, minutes, decisions and tasks of the demonstration's rooms: invented, and marked so in their titles.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { textLanguages } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import type { LoadDemonstration } from '#platform/feature.ts'
import { getInventedPerson } from '#trunk/demonstration.ts'
import { findInventedRoom } from '../rooms/public.tsx'
import { insertMeeting, insertTask, listMeetings, setDone } from './store.ts'
import { insertDecision, insertMinutes } from './store-minutes.ts'

const task = z.object({
  text: z.string(),
  person: z.string().nullable(),
  dueOn: z.string().nullable(),
  doneAt: z.string().nullable(),
})
const meeting = z.object({
  ...{ key: z.string(), author: z.string(), title: z.string(), day: z.string(), from: z.string(), to: z.string() },
  ...{ zone: z.string(), place: z.string(), link: z.string(), notes: z.string() },
})
const minutes = z.object({
  ...{
    meeting: z.string(),
    author: z.string(),
    language: z.enum(textLanguages),
    title: z.string(),
    heldOn: z.string(),
  },
  ...{ text: z.string(), decisions: z.array(z.string()), tasks: z.array(task) },
})
const roomsFile = z.array(z.object({ name: z.string(), meetings: z.array(meeting), minutes: z.array(minutes) }))
type Room = z.infer<typeof roomsFile>[number]

interface Place {
  readonly roomId: number
  readonly minutesId: number
  readonly personId: number
}

async function loadTask(db: Db, { roomId, minutesId, personId }: Place, entry: z.infer<typeof task>): Promise<void> {
  const person = entry.person === null ? null : (await getInventedPerson(db, entry.person)).id
  const fresh = { task: entry.text, person, dueOn: entry.dueOn, minutes: minutesId }
  const id = await insertTask(db, roomId, personId, fresh)
  if (entry.doneAt !== null) await setDone(db, roomId, id, new Date(entry.doneAt))
}

async function loadRoom(db: Db, roomId: number, room: Room): Promise<void> {
  const ids = new Map<string, number>()
  for (const { key, author, ...words } of room.meetings) {
    const { id } = await getInventedPerson(db, author)
    ids.set(key, await insertMeeting(db, roomId, id, { ...words, revision: 0 }))
  }
  for (const entry of room.minutes) {
    const { id: personId } = await getInventedPerson(db, entry.author)
    const { title, heldOn, text, language: lang } = entry
    const words = { title, heldOn, text, lang, meeting: ids.get(entry.meeting) ?? null, revision: 0 }
    const minutesId = await insertMinutes(db, roomId, personId, words)
    for (const one of entry.decisions) await insertDecision(db, roomId, personId, { minutesId, text: one })
    for (const one of entry.tasks) await loadTask(db, { roomId, minutesId, personId }, one)
  }
}

/** A second time changes nothing: a room that has meetings has them already. */
export const loadMeetings: LoadDemonstration = async ({ system, folder }) => {
  const rooms = roomsFile.parse(JSON.parse(await readFile(join(folder, 'rooms.json'), 'utf8')))
  await system.transaction().execute(async (db) => {
    for (const room of rooms) {
      const roomId = await findInventedRoom(db, room.name)
      if (roomId !== undefined && (await listMeetings(db, roomId)).length === 0) await loadRoom(db, roomId, room)
    }
  })
}
