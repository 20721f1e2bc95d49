// What forms of meetings, minutes and tasks may hold.
import { z } from 'zod'
import { textLanguages } from '#kernel/locale.ts'
import { countSigns, oneLine } from '#kernel/one-line.ts'
import { zones } from '#kernel/zones.ts'
import { hasClockTime } from './meeting.ts'

const line = (issue: string, most: number) =>
  z
    .string()
    .default('')
    .transform(oneLine)
    .pipe(
      z
        .string()
        .max(most)
        .refine((text) => countSigns(text) >= 3, issue),
    )
const title = line('meetings.issue-title', 200)
const day = z.iso
  .date('meetings.issue-day')
  .refine((text) => text >= '1990-01-01' && text < '2200-01-01', 'meetings.issue-day')
const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'meetings.issue-time')
const revision = z.coerce.number().int().min(0).max(2_000_000_000).default(0)
const optionalId = z
  .union([z.literal('').transform(() => null), z.coerce.number().int().min(1).max(2_000_000_000)])
  .default(null)

const isSafe = (text: string): boolean => URL.canParse(text) && new URL(text).protocol === 'https:'

export const meetingInput = z
  .object({
    title,
    day,
    from: time,
    to: z.union([z.literal(''), time], 'meetings.issue-time').default(''),
    zone: z.string().refine((zone) => zones.includes(zone), 'meetings.issue-zone'),
    place: z.string().default('').transform(oneLine).pipe(z.string().max(300)),
    link: z
      .string()
      .trim()
      .max(1000)
      .default('')
      .refine((text) => text === '' || isSafe(text), 'meetings.issue-link')
      // As browsers read it: "HTTPS:meet.example" is https://meet.example/.
      .transform((text) => (text === '' ? '' : new URL(text).href)),
    notes: z.string().trim().max(5000).default(''),
    revision,
  })
  .refine(({ from, to }) => to === '' || to > from, { path: ['to'], message: 'meetings.issue-to' })
  .superRefine((meeting, context) => {
    // Asked also where a field alone is wrong already, of which enough is said.
    if (!zones.includes(meeting.zone) || !day.safeParse(meeting.day).success) return
    for (const field of ['from', 'to'] as const)
      if (time.safeParse(meeting[field]).success && !hasClockTime(meeting.zone, meeting.day, meeting[field]))
        context.addIssue({ code: 'custom', path: [field], message: 'meetings.issue-skipped-time' })
  })
export type MeetingInput = z.infer<typeof meetingInput>

export const minutesInput = z.object({
  title,
  heldOn: day,
  meeting: optionalId,
  text: z.string().trim().min(1, 'meetings.issue-text').max(50_000),
  lang: z.enum(textLanguages, 'meetings.issue-lang'),
  revision,
})
export type MinutesInput = z.infer<typeof minutesInput>

export const decisionInput = z.object({
  decision: line('meetings.issue-decision', 1000),
})
export const taskInput = z.object({
  task: line('meetings.issue-task', 500),
  person: optionalId,
  dueOn: z.union([z.literal('').transform(() => null), day], 'meetings.issue-day').default(null),
  minutes: optionalId,
})
export type TaskInput = z.infer<typeof taskInput>

/** An address that names no meeting opens the empty form. */
export const newMinutesQuery = z.object({
  meeting: z.coerce.number().int().min(1).max(2_000_000_000).optional().catch(undefined),
})
