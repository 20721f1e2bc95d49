// Every address of the feature: all of them in a room.
import { inRoom } from '../rooms/public.tsx'

export const meetingsPath = (room: number): string => inRoom(room, 'meetings')
export const newMeetingPath = (room: number): string => inRoom(room, 'meetings/new')
export const meetingPath = (room: number, meeting: number, act?: string): string =>
  inRoom(room, `meetings/${meeting}${act === undefined ? '' : `/${act}`}`)
export const newMinutesPath = (room: number, meeting?: number): string =>
  inRoom(room, `minutes/new${meeting === undefined ? '' : `?meeting=${meeting}`}`)
export const minutesListPath = (room: number): string => inRoom(room, 'minutes')
export const minutesPath = (room: number, minutes: number, act?: string): string =>
  inRoom(room, `minutes/${minutes}${act === undefined ? '' : `/${act}`}`)
export const tasksPath = (room: number): string => inRoom(room, 'tasks')
export const taskPath = (room: number, task: number, act: string): string => inRoom(room, `tasks/${task}/${act}`)
