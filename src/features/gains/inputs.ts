// What the forms and queries of the feature accept: a schema for each kind.
import { z } from 'zod'
import { textLanguages } from '#kernel/locale.ts'
import { parseMoney } from '#kernel/money.ts'
import { oneLine } from '#kernel/one-line.ts'
import { blank, deciders, eventRoles, type GainFields, type GainKind, gainKinds } from './gain.ts'

const line = (most: number) => z.string().default('').transform(oneLine).pipe(z.string().max(most))
const named = (most: number, message: string) => line(most).pipe(z.string().min(1, message))
const note = z.string().trim().max(1000).default('')
/** The first network of cities for security is younger. */
const firstDay = '1950-01-01'
const day = z.iso.date('gains.issue-day').refine((text) => text >= firstDay && text < '2200', 'gains.issue-day')

const isHttps = (address: string): boolean => {
  try {
    const { protocol, hostname, username, password } = new URL(address)
    return protocol === 'https:' && hostname.includes('.') && username === '' && password === ''
  } catch {
    return false
  }
}
/** Written out as browsers would ask for it, so that no invisible sign hides where it leads. */
const link = line(500)
  .refine((address) => address === '' || isHttps(address), 'gains.issue-link')
  .transform((address) => (address === '' ? '' : new URL(address).href))
  .pipe(
    z
      .string()
      .max(500)
      .regex(/^$|^https:\/\//),
  )

const mostCents = 100_000_000_000
const amount = (message: string, least: number) =>
  z
    .string(message)
    .default('')
    .transform((text, context) => {
      const cents = parseMoney(text)
      if (cents !== undefined && cents >= least && cents <= mostCents) return cents
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    })
const year = z.coerce
  .number('gains.issue-year')
  .int('gains.issue-year')
  .min(1950, 'gains.issue-year')
  .max(2200, 'gains.issue-year')
const leftOut = z.literal('').transform(() => null)
const people = z.coerce
  .number('gains.issue-people')
  .int('gains.issue-people')
  .min(1, 'gains.issue-people')
  .max(1_000_000, 'gains.issue-people')

const common = {
  onDay: day,
  note,
  link,
  lang: z.enum(textLanguages).catch('en'),
}
const event = z.object({
  ...common,
  title: named(200, 'gains.issue-title-event'),
  role: z.enum(eventRoles, 'gains.issue-role'),
  place: named(120, 'gains.issue-place'),
  people,
})
const funding = z
  .object({
    ...common,
    title: named(200, 'gains.issue-title-funding'),
    programme: named(200, 'gains.issue-programme'),
    cents: amount('gains.issue-amount', 1),
    ownCents: z.union([leftOut, amount('gains.issue-own', 0)], 'gains.issue-own').default(null),
    firstYear: year,
    lastYear: z.union([leftOut, year], 'gains.issue-year').default(null),
  })
  .refine(({ firstYear, lastYear }) => lastYear === null || lastYear >= firstYear, {
    path: ['lastYear'],
    message: 'gains.issue-years',
  })
const position = z.object({
  ...common,
  title: named(200, 'gains.issue-title-position'),
  addressee: named(200, 'gains.issue-addressee'),
  decidedBy: z.enum(deciders, 'gains.issue-decided'),
})
const partner = z.object({
  ...common,
  title: named(200, 'gains.issue-title-partner'),
  note: note.pipe(z.string().min(1, 'gains.issue-purpose')),
})

/** Gives the whole entry, with what other kinds have left empty; which partner of the register is meant is asked later. */
const whole = <Schema extends z.ZodType<Partial<GainFields>>>(kind: GainKind, schema: Schema) =>
  schema.transform((value): GainFields => ({ ...blank, ...value, kind }) as GainFields)
export const gainInputs = {
  event: whole('event', event),
  funding: whole('funding', funding),
  position: whole('position', position),
  partner: whole('partner', partner),
} as const

const organisation = z.string().max(100).optional().catch(undefined)
export const placeQuery = z.object({ organisation })
export const newQuery = z.object({ organisation, kind: z.enum(gainKinds).catch('event') })
/** Of any kind: which one tells what else there is to read. */
export const anyGain = z.object({ kind: z.enum(gainKinds).catch('event') })
