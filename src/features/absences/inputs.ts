// What the form of an absence brings.
import { z } from 'zod'
import { longestDays } from './absence.ts'

const isDay = (day: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) && new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) === day
const daysFrom = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** `today` as `YYYY-MM-DD`; `colleagues`: who may stand in. An absence that began earlier keeps its first day. */
export const absenceInput = (today: string, colleagues: readonly number[]) =>
  z
    .object({
      awaySince: z
        .string()
        .trim()
        .default('')
        .transform((day) => (day === '' ? today : day))
        .refine(isDay, 'absences.issue-day')
        .refine(
          (day) => !isDay(day) || (day >= daysFrom(today, -longestDays) && day <= daysFrom(today, longestDays)),
          'absences.issue-far',
        ),
      awayUntil: z
        .string()
        .trim()
        .default('')
        .refine(isDay, { message: 'absences.issue-day', abort: true })
        .refine((day) => day >= today, { message: 'absences.issue-past', abort: true })
        .refine((day) => day <= daysFrom(today, longestDays), 'absences.issue-far'),
      substitute: z
        .string()
        .default('')
        .transform((id) => (id === '' ? null : Number(id)))
        .refine((id) => id === null || colleagues.includes(id), 'absences.issue-substitute'),
    })
    .refine(({ awaySince, awayUntil }) => awaySince <= awayUntil, {
      path: ['awayUntil'],
      message: 'absences.issue-order',
    })
