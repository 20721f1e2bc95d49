// What forms and queries of adoptions may hold.
import { z } from 'zod'
import { stages } from './adoption.ts'

const longText = z.string().trim().max(20_000).default('')
const numberOrNothing = (pattern: RegExp, message: string) =>
  z
    .string()
    .trim()
    .regex(pattern, message)
    .default('')
    .transform((text) => (text === '' ? null : Number(text)))

export const adoptionInput = z
  .object({
    stage: z.enum(stages, 'adoptions.issue-stage'),
    /** Nothing: a title is made from the city. Never from the practice, whose audience may become narrower than this one. */
    title: z
      .string()
      .trim()
      .max(200)
      .refine((title) => title === '' || title.length >= 3, 'adoptions.issue-title')
      .default(''),
    lang: z.string().regex(/^[a-z]{2}$/, 'adoptions.issue-lang'),
    sinceYear: numberOrNothing(/^(?:(?:19|20)\d\d)?$/, 'adoptions.issue-year'),
    sinceMonth: numberOrNothing(/^(?:[1-9]|1[0-2])?$/, 'adoptions.issue-month'),
    adapted: longText,
    result: longText,
    stoppedBecause: longText,
    contactPerson: numberOrNothing(/^(?:[1-9]\d{0,8})?$/, 'adoptions.refusal-contact-unknown'),
    contact: z.string().trim().max(300).default(''),
    takenFrom: numberOrNothing(/^(?:[1-9]\d{0,8})?$/, 'adoptions.refusal-taken-from-unknown'),
    /** As the form of practices has them: an audience's id, or `persons` together with names, one a line. */
    audience: z.string().regex(/^(?:[1-9]\d{0,8}|persons)$/, 'practices.issue-audience'),
    persons: z.string().max(5000).default(''),
    widen: z.literal('yes').optional(),
    revision: z.coerce.number().int().min(0).max(2_000_000_000).default(0),
  })
  .refine(({ stage, stoppedBecause }) => stage !== 'stopped' || stoppedBecause !== '', {
    path: ['stoppedBecause'],
    message: 'adoptions.issue-stopped-because',
  })
  .refine(({ sinceYear, sinceMonth }) => sinceMonth === null || sinceYear !== null, {
    path: ['sinceYear'],
    message: 'adoptions.issue-year',
  })
export type AdoptionInput = z.infer<typeof adoptionInput>

export const lineageQuery = z.object({ all: z.literal('yes').optional().catch(undefined) })
