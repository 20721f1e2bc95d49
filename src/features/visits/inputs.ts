// What forms and queries of study visits may hold.
import { z } from 'zod'
import { textLanguages } from '#kernel/locale.ts'
import { oneLine } from '#kernel/one-line.ts'
import { isConcept } from '#thesaurus/vocabulary.ts'
import { directions } from './study-visit.ts'

/** No calendar of a city goes further. */
const furthest = '2100-01-01'
const day = z.iso.date('visits.issue-day').refine((text) => text >= '2000-01-01' && text < furthest, 'visits.issue-day')
const perhapsDay = z.union([z.literal('').transform(() => null), day], 'visits.issue-day').default(null)
const people = z.coerce
  .number('visits.issue-people')
  .int('visits.issue-people')
  .min(1, 'visits.issue-people')
  .max(100, 'visits.issue-people')
const inOrder = ({ firstDay, lastDay }: { firstDay: string | null; lastDay: string | null }): boolean =>
  firstDay === null || lastDay === null || firstDay <= lastDay

const visitFields = z.object({
  title: z.string().default('').transform(oneLine).pipe(z.string().min(3, 'visits.issue-title').max(200)),
  text: z.string().trim().min(1, 'visits.issue-text').max(20_000),
  lang: z.enum(textLanguages, 'visits.issue-lang'),
  place: z.string().default('').transform(oneLine).pipe(z.string().max(200)),
  firstDay: perhapsDay,
  lastDay: perhapsDay,
  people,
  languages: z
    .array(z.string())
    .default([])
    .pipe(z.array(z.enum(textLanguages, 'visits.issue-languages')).min(1, 'visits.issue-languages').max(20)),
  concepts: z
    .array(z.string())
    .max(30)
    .default([])
    .transform((slugs) => slugs.filter(isConcept)),
})
const ordered = { path: ['lastDay'], message: 'visits.issue-order' }
export const visitInput = visitFields
  .extend({
    direction: z.enum(directions, 'visits.issue-direction'),
    /** An audience's id. */
    audience: z.string().regex(/^[1-9]\d{0,8}$/, 'visits.refusal-audience-unknown'),
  })
  .refine(inOrder, ordered)
export const visitChange = visitFields
  .extend({ revision: z.coerce.number().int().min(0).max(2_000_000_000).default(0) })
  .refine(inOrder, ordered)
export type VisitChange = z.infer<typeof visitChange>
export type VisitInput = z.infer<typeof visitInput>

const text = z.string().trim().max(2000).default('')
/** Both days; the last one left out is the first. At most two weeks. */
const days = { firstDay: day, lastDay: z.union([z.literal(''), day], 'visits.issue-day').default('') }
const completed = <Value extends { firstDay: string; lastDay: string }>(value: Value): Value => ({
  ...value,
  lastDay: value.lastDay === '' ? value.firstDay : value.lastDay,
})
const span = ({ firstDay, lastDay }: { firstDay: string; lastDay: string }): number =>
  (Date.parse(lastDay) - Date.parse(firstDay)) / 86_400_000
const fits = (value: { firstDay: string; lastDay: string }): boolean => span(value) >= 0 && span(value) <= 13

export const wishInput = z
  .object({ people, text: text.pipe(z.string().min(1, 'visits.issue-text')), ...days })
  .transform(completed)
  .refine(fits, { path: ['lastDay'], message: 'visits.issue-span' })
export type WishInput = z.infer<typeof wishInput>

export const proposalInput = z
  .object({ text, ...days })
  .transform(completed)
  .refine(fits, { path: ['lastDay'], message: 'visits.issue-span' })
export type ProposalInput = z.infer<typeof proposalInput>

/** The days that were read, so that nobody agrees to others that were proposed meanwhile. */
export const agreementInput = z.object({
  text,
  firstDay: z.string().max(10).default(''),
  lastDay: z.string().max(10).default(''),
})
export type AgreementInput = z.infer<typeof agreementInput>
export const endingInput = z.object({ text: text.pipe(z.string().min(1, 'visits.issue-reason')) })

export const directionQuery = z.object({ direction: z.enum(directions).catch('offer').default('offer') })
export const visitListQuery = z.object({
  direction: z.enum(directions).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
})
