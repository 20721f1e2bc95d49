// What forms and links bring.
import { z } from 'zod'
import { zones } from '#kernel/zones.ts'
import { areas, rhythms } from './rhythm.ts'

const id = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)

export const noticesQuery = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1) })

/** Of one thing, or of one item of a room; left out, of all. */
export const readInput = z.object({
  thing: id.optional(),
  item: z
    .string()
    .regex(/^[a-z]{1,30} [1-9]\d{0,8}$/)
    .optional(),
})

const rhythm = z.enum(rhythms, 'notices.issue-rhythm')
const byArea = Object.fromEntries(areas.map((area) => [area, rhythm])) as Record<(typeof areas)[number], typeof rhythm>
export const rhythmsInput = z.object(byArea)

const time = z
  .string()
  .trim()
  .regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d)?$/, 'notices.issue-time')
  .default('')

const numberFrom = (least: number, most: number, issue: string) =>
  z.coerce.number(issue).int(issue).min(least, issue).max(most, issue)

export const timesInput = z
  .object({
    quietFrom: time,
    quietTo: time,
    timeZone: z
      .string()
      .default('')
      .refine((zone) => zone === '' || zones.includes(zone), 'notices.issue-zone'),
    holidays: z.literal('yes').optional(),
    onlyMyCity: z.literal('yes').optional(),
    digestHour: numberFrom(0, 23, 'notices.issue-hour'),
    digestWeekday: numberFrom(1, 7, 'notices.issue-weekday'),
  })
  .refine(({ quietFrom, quietTo }) => (quietFrom === '') === (quietTo === ''), {
    path: ['quietTo'],
    message: 'notices.issue-both-times',
  })
  .refine(({ quietFrom, quietTo }) => quietFrom === '' || quietFrom !== quietTo, {
    path: ['quietTo'],
    message: 'notices.issue-same-time',
  })
  .transform(({ quietFrom, quietTo, timeZone, holidays, onlyMyCity, digestHour, digestWeekday }) => ({
    quietFrom: quietFrom === '' ? null : quietFrom,
    quietTo: quietTo === '' ? null : quietTo,
    timeZone: timeZone === '' ? null : timeZone,
    holidays: holidays === 'yes',
    onlyMyCity: onlyMyCity === 'yes',
    ...{ digestHour, digestWeekday },
  }))

export const settingsQuery = z.object({ q: z.string().trim().max(100).default('').catch('') })

const subscription = z.string().max(140)
/** `concept.youth`; `from`: the page on which it was pressed. */
export const subscriptionInput = z.object({
  of: subscription,
  from: z
    .string()
    .regex(/^\/(?!\/)[^\\\s]{0,300}$/)
    .optional()
    .catch(undefined),
})

/** What the link of a mail carries: whose mails, which, and the proof that it was sent to them. */
export const endingInput = z.object({ by: id, of: subscription, code: z.string().regex(/^[0-9a-f]{43}$/) })
