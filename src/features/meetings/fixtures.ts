// A room whose meetings Beatriz hears of, and what Ada does with them.
import { beforeEach, expect } from 'vitest'
import type { Town, Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'

interface Watching {
  readonly town: Town
  readonly ada: Visitor
  readonly beatriz: Visitor
  readonly workAll: () => Promise<void>
}
interface Rooms {
  readonly foundBy: (host: Visitor, fields: Record<string, string>) => Promise<number>
  readonly bringIn: (host: Visitor, room: number, who: Visitor, name: string) => Promise<void>
}

/** Rooms with Ada, who founds them, and Beatriz, whose mails these are. Before each test nobody blocks anybody. */
export function roomsOf({ town, ada, beatriz, workAll }: Watching, { foundBy, bringIn }: Rooms) {
  beforeEach(async () => {
    town.now = new Date()
    await fill(town, 'delete from message_block; delete from digest')
  })
  return {
    mails: () => town.mails.filter(({ to }) => to === 'beatriz.ribeirinha-douro@porto.example'),
    wish: (rooms: string) =>
      beatriz.post('/notices/rhythms', { asked: 'never', city: 'never', watched: 'never', rooms }),
    room: async (fields: Record<string, string> = {}): Promise<number> => {
      const id = await foundBy(ada, { entry: 'invitation', ...fields })
      await bringIn(ada, id, beatriz, 'Beatriz Ribeirinha Douro')
      await workAll()
      town.mails.length = 0
      return id
    },
  }
}

const usual = { day: '2099-06-01', from: '14:00', to: '15:00', zone: 'Europe/Vienna', place: '', link: '', notes: '' }

/** `which` meeting: the last one, unless it says so. */
export function meetingsOf({ town, ada, workAll }: Watching) {
  const lastMeeting = async (): Promise<number> => (await fill(town, 'select max(id) from meeting')) ?? 0
  const send = async (path: string, form: Record<string, string> = {}): Promise<void> => {
    expect((await ada.post(path, form)).status).toBe(303)
  }
  return {
    lastMeeting,
    /** `rounds`: only so many jobs' rounds afterwards. */
    meet: async (id: number, title: string, day = usual.day, rounds?: number): Promise<void> => {
      await send(`/rooms/${id}/meetings`, { ...usual, title, day })
      if (rounds === undefined) await workAll()
      else for (let round = 0; round < rounds; round += 1) await town.work()
    },
    move: async (id: number, title: string, changes: Record<string, string>, which?: number): Promise<void> => {
      const meeting = which ?? (await lastMeeting())
      const revision = await fill(town, `select revision from meeting where id = ${meeting}`)
      await send(`/rooms/${id}/meetings/${meeting}`, { ...usual, title, revision: String(revision), ...changes })
      await workAll()
    },
    callOff: async (id: number, path = '', which?: number): Promise<void> => {
      await send(`/rooms/${id}/meetings/${which ?? (await lastMeeting())}/cancellation${path}`)
      await workAll()
    },
  }
}
