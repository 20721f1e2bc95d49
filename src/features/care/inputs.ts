// What the forms of care accept.
import { z } from 'zod'
import { reasons } from './care.ts'

const text = (most: number) =>
  z
    .string()
    .default('')
    .transform((typed) => typed.trim())
    .pipe(z.string().max(most))
const idText = z.coerce.number().int().positive().max(2_147_483_647)

export const reportQuery = z.object({ reply: idText.optional().catch(undefined) })
export const reportInput = z
  .object({
    reason: z.enum(reasons, 'care.issue-reason'),
    words: text(2000),
    reply: idText.optional().catch(undefined),
  })
  .refine(({ reason, words }) => reason !== 'other' || words !== '', { path: ['words'], message: 'care.issue-words' })
export const hidingInput = z
  .object({ reason: z.enum(reasons, 'care.issue-reason'), words: text(1000) })
  .refine(({ reason, words }) => reason !== 'other' || words !== '', { path: ['words'], message: 'care.issue-words' })
export type HidingInput = z.infer<typeof hidingInput>
export const appealInput = z.object({ words: text(2000).pipe(z.string().min(1, 'care.issue-appeal')) })
export const judgementInput = z.object({
  outcome: z.enum(['lifted', 'kept'], 'care.issue-outcome'),
  words: text(1000).pipe(z.string().min(1, 'care.issue-answer')),
})
export const emptyInput = z.object({})
