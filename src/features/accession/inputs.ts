// What forms and queries of accession may hold; a message is the key of the sentence at the field.
import { z } from 'zod'
import { languages } from '#kernel/locale.ts'
import { oneLine } from '#kernel/one-line.ts'
import { memberKinds } from './accession.ts'
import { paragraphKeys } from './paper.ts'

const line = (message: string, most: number) =>
  z.string(message).transform(oneLine).pipe(z.string().min(1, message).max(most))
const optionalLine = (most: number) => z.string().default('').transform(oneLine).pipe(z.string().max(most))
const text = (most: number) =>
  z
    .string()
    .default('')
    // What a word processor puts between lines is a sign that no PDF draws and no Word document may hold.
    .transform((typed) => typed.replaceAll(/[^\P{Cc}\n\t]/gu, ' ').trim())
    .pipe(z.string().max(most))
const email = (message: string) =>
  z
    .string(message)
    .transform((typed) => typed.trim())
    .pipe(z.email(message).max(254, message))

/** A whole number as people write it: "99 845", "99.845". */
const whole = (message: string, most: number) =>
  z
    .string(message)
    .transform((typed) => typed.trim().replace(/(?<=\d)[\s.,’'\u00a0\u202f](?=\d{3}(?:\D|$))/g, ''))
    .pipe(z.string().regex(/^\d{1,9}$/, message))
    .transform(Number)
    .pipe(z.number().max(most, message))
const inhabitants = whole('accession.issue-population', 100_000_000).refine(
  (count) => count > 0,
  'accession.issue-population',
)
/** Left empty: null. */
const votes = z
  .string('accession.issue-votes')
  .default('')
  .transform((typed) => typed.trim())
  .pipe(z.string().regex(/^\d{0,5}$/, 'accession.issue-votes'))
  .transform((typed) => (typed === '' ? null : Number(typed)))

/** A day that the calendar has; 31 February is none. */
const isDay = (typed: string): boolean => {
  const day = new Date(`${typed}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === typed
}
const day = z
  .string('accession.issue-day')
  .transform((typed) => typed.trim())
  .pipe(
    z
      .string()
      .regex(/^(?:19|20)\d\d-\d\d-\d\d$/, 'accession.issue-day')
      .refine(isDay, 'accession.issue-day'),
  )

const chosen = z
  .string()
  .regex(/^(?:[1-9]\d{0,8})?$/, 'accession.issue-registered')
  .default('')
  .transform((typed) => (typed === '' ? null : Number(typed)))

export const enquiryInput = z.object({
  registered: chosen,
  kind: z.enum(memberKinds, 'accession.issue-kind'),
  name: line('accession.issue-name', 200),
  country: z.string('accession.issue-country').regex(/^[A-Z]{2}$/, 'accession.issue-country'),
  population: inhabitants,
  populationYear: whole('accession.issue-year', 2100).refine((year) => year >= 1950, 'accession.issue-year'),
  populationSource: line('accession.issue-source', 200),
  contactName: line('accession.issue-contact', 120),
  contactEmail: email('accession.issue-email'),
  lang: z.enum(languages, 'accession.issue-language'),
  message: text(2000),
})
export type EnquiryInput = z.infer<typeof enquiryInput>

/** The calculator on the page for everybody. */
export const costQuery = z.object({
  of: z.enum(memberKinds).default('municipality').catch('municipality'),
  inhabitants: inhabitants.optional(),
})

const common = { day, note: text(2000) }
export const resolutionInput = z.object({
  ...common,
  for: votes,
  against: votes,
  abstained: votes,
  uncounted: z.string().optional(),
  proposedBy: optionalLine(200),
})
export const applicationInput = z.object(common)
export const coalitionInput = z.object({
  ...common,
  promised: z.enum(['exists', 'promised'], 'accession.issue-promised'),
  note: text(2000).refine((typed) => typed !== '', 'accession.issue-partners'),
})
export const coordinatorInput = z.object({
  ...common,
  day: day.optional(),
  personName: line('accession.issue-coordinator', 120),
  personEmail: email('accession.issue-email'),
})
export const admissionInput = z.object({ ...common, effective: day, name: line('accession.issue-name', 200) })
export const refusalInput = z.object(common)
export const withdrawalInput = z.object({ ...common, day: day.optional() })

export const keyQuery = z.object({ token: z.string().max(200).optional() })
export const paperQuery = z.object({ lang: z.enum(languages).optional().catch(undefined) })
export const paperInput = z.object({
  ...(Object.fromEntries(paragraphKeys.map((key) => [key, text(6000)])) as Record<
    (typeof paragraphKeys)[number],
    ReturnType<typeof text>
  >),
  revision: z.coerce.number().int().min(0).max(2_147_483_647).catch(0),
})
