// What forms of veils may hold.
import { z } from 'zod'

export const longestReason = 2000
/** The table holds the same bounds, and counts a sign outside the basic plane as one. */
export const reasonInput = z.object({
  reason: z
    .string()
    .default('')
    .transform((text) => text.trim())
    .refine((text) => [...text].length >= 20, 'veils.issue-reason')
    .refine((text) => [...text].length <= longestReason, 'veils.issue-reason-long'),
})
/** An unticked box is not sent. */
export const tellInput = z.object({ told: z.literal('yes').optional() })
