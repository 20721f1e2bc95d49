// What forms of veils may hold.
import { z } from 'zod'

export const longestReason = 2000
/** The table holds the same bounds. */
export const reasonInput = z.object({
  reason: z
    .string()
    .default('')
    .transform((text) => text.trim())
    .pipe(z.string().min(20, 'veils.issue-reason').max(longestReason, 'veils.issue-reason-long')),
})
/** An unticked box is not sent. */
export const tellInput = z.object({ told: z.literal('yes').optional() })
